package calltally.reporting.export;

import java.util.List;

/**
 * Rows of a report, all of the same kind.
 *
 * @param name in lower case, such as {@code lines}
 */
public record Table<R>(String name, List<Column<R>> columns, List<R> rows) {

  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  public static <R> Table<R> of(String name, Columns<R> columns, List<R> rows) {
    return new Table<>(name, columns.list(), rows);
  }

  /** Writes a row to its cells. */
  public void write(int row, CellWriter cells) {
    R values = rows.get(row);
    columns.forEach(column -> column.write(values, cells));
  }
}
