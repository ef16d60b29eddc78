package calltally.ingest.file;

import java.util.List;

/** Lines that are notifications as they stand. */
record Unchanged() implements Translation {

  @Override
  public List<FileLine> of(FileLine line) {
    return List.of(line);
  }
}
