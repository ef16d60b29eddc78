package calltally.ingest.file;

import java.util.List;

/** A list of finished calls, one per row. */
record CallList(
    TableText text,
    Heading heading,
    CallListColumns columns,
    CompanyNumbers company,
    TableTime times,
    CallListRemarks remarks)
    implements LineParser {

  /** A row becomes what the exchange would have sent; internal calls are not about customers. */
  @Override
  public List<FileLine> of(FileLine line) {
    List<String> cells = text.cells(line);
    if (heading.isRepeatedBy(cells) || TableRuler.is(cells)) {
      return List.of();
    }
    heading.requireAsMany(cells);
    CallRow row = new CallRow(heading, columns, company, cells);
    List<FileLine> sent =
        new FinishedCall(row, times).notifications().stream().map(line::saying).toList();
    remarks.note(line.number(), row);
    return sent;
  }

  @Override
  public List<FileNotice> notices() {
    return remarks.notices();
  }
}
