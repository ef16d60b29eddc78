package calltally.reporting.report;

import java.util.List;

/**
 * Rows of a report under a name; each row is a record, all of the same type.
 *
 * @param name in lower case, such as {@code lines}
 * @param type of the rows, there also when there are none
 */
public record ReportTable(String name, Class<? extends Record> type, List<? extends Record> rows) {

  public ReportTable {
    rows = List.copyOf(rows);
  }

  static <R extends Record> ReportTable of(String name, Class<R> type, List<R> rows) {
    return new ReportTable(name, type, rows);
  }
}
