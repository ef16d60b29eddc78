package calltally.ingest.file;

import java.util.List;

/** Lines that are notifications as they stand, or as export has written them. */
record JsonLines() implements LineParser {

  @Override
  public List<FileLine> of(FileLine line) {
    return List.of(ExportedLine.read(line).orElse(line));
  }
}
