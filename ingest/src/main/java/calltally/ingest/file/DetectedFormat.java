package calltally.ingest.file;

/** The lines of a file, and what reads them. */
record DetectedFormat(LineSource lines, LineParser parser) {}
