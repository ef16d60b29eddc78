package calltally.ingest.file;

import calltally.ingest.file.line.LineSource;

/** The lines of a file, and what reads them. */
record DetectedFormat(LineSource lines, LineParser parser) {}
