package calltally.ingest.file;

import calltally.ingest.file.line.FileLine;
import java.util.List;

/** Lines that are notifications in JSON, as sent or as exported. */
record JsonLines() implements LineParser {

  @Override
  public List<FileLine> of(FileLine line) {
    return List.of(ExportedLine.read(line).orElse(line));
  }
}
