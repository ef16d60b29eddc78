package calltally.ingest.file;

import java.util.List;

/** A list of finished calls, one per row. */
record CallList(TableText text, Heading heading, CallListColumns columns, TableTime times)
    implements LineParser {

  /** A row becomes what the exchange would have sent; internal calls are not about customers. */
  @Override
  public List<FileLine> of(FileLine line) {
    List<String> cells = text.cells(line);
    if (heading.isRepeatedBy(cells) || TableRuler.is(cells)) {
      return List.of();
    }
    if (cells.size() != heading.names().size()) {
      throw new DamagedLine(
          null,
          "a line must have as many cells as the heading, %d (was %d)"
              .formatted(heading.names().size(), cells.size()));
    }
    FinishedCall call = new FinishedCall(new CallRow(heading, columns, cells), times);
    return call.notifications().stream().map(line::saying).toList();
  }
}
