package calltally.ingest.file;

import calltally.ingest.file.line.FileLine;
import calltally.ingest.file.line.FileNotice;
import calltally.ingest.file.table.TableRuler;
import calltally.ingest.file.table.TableText;
import calltally.ingest.file.table.TableTime;
import calltally.ingest.file.table.TableTotal;
import java.util.ArrayList;
import java.util.List;

/** A list of finished calls, one per row. */
record CallList(
    TableText text,
    Heading heading,
    CallListColumns columns,
    CompanyNumbers company,
    TableTime times,
    CallListRemarks remarks,
    SkippedLines skipped)
    implements LineParser {

  /** A row becomes what the exchange would have sent; internal calls are not about customers. */
  @Override
  public List<FileLine> of(FileLine line) {
    List<String> cells = text.cells(line);
    if (heading.isRepeatedBy(cells)) {
      return skipped.because(SkippedLines.Reason.HEADING, line);
    }
    if (TableRuler.is(cells)) {
      return skipped.because(SkippedLines.Reason.RULER, line);
    }
    if (TableTotal.is(cells)) {
      return skipped.because(SkippedLines.Reason.TOTAL, line);
    }
    heading.requireAsMany(cells);
    return notifications(line, new CallRow(heading, columns, company, cells));
  }

  private List<FileLine> notifications(FileLine line, CallRow row) {
    FinishedCall call = new FinishedCall(row, times);
    List<FileLine> sent = call.notifications().stream().map(line::saying).toList();
    remarks.note(line.number(), row, call.isAnswered());
    return sent.isEmpty() ? skipped.because(SkippedLines.Reason.INTERNAL, line) : sent;
  }

  @Override
  public List<FileNotice> notices() {
    List<FileNotice> notices =
        new ArrayList<>(remarks.notices(ColumnsExample.of(heading, columns)));
    notices.addAll(skipped.noticesAnd(times.notices()));
    return notices;
  }
}
