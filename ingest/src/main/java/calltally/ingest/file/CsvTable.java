package calltally.ingest.file;

import calltally.ingest.file.line.FileLine;
import calltally.ingest.file.line.FileNotice;
import calltally.ingest.file.table.TableRuler;
import calltally.ingest.file.table.TableText;
import calltally.ingest.file.table.TableTime;
import calltally.ingest.file.table.TableTotal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A table with one notification per row. */
record CsvTable(TableText text, Heading heading, TableTime times, SkippedLines skipped)
    implements LineParser {

  @Override
  public List<FileLine> of(FileLine line) {
    List<String> cells = text.cells(line);
    List<String> columns = heading.names();
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
    return List.of(line.saying(JsonText.of(fields(columns, cells))));
  }

  @Override
  public List<FileNotice> notices() {
    return skipped.noticesAnd(times.notices());
  }

  /** An empty cell is a field not sent. */
  private Map<String, String> fields(List<String> columns, List<String> cells) {
    Map<String, String> fields = new LinkedHashMap<>();
    IntStream.range(0, cells.size())
        .filter(index -> !columns.get(index).isEmpty() && !cells.get(index).isEmpty())
        .forEach(
            index -> fields.put(columns.get(index), value(columns.get(index), cells.get(index))));
    return fields;
  }

  private String value(String column, String cell) {
    return column.equals("time") ? times.iso(cell) : cell;
  }
}
