package calltally.app.query;

import calltally.app.terminal.TextColumn;
import calltally.app.terminal.TextTable;
import java.io.PrintStream;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Writes a result as a table with its number of rows, after the last row. */
public final class TableResultWriter implements ResultWriter {

  private final PrintStream out;
  private final OptionalInt width;
  private TextTable table = new TextTable(List.of());

  /**
   * A writer to a terminal.
   *
   * @param width characters per line; empty if lines may have any length
   */
  public TableResultWriter(PrintStream out, OptionalInt width) {
    this.out = out;
    this.width = width;
  }

  @Override
  public void columns(List<TextColumn> columns) {
    table = new TextTable(columns);
  }

  @Override
  public void row(List<@Nullable String> values) {
    table.add(values);
  }

  @Override
  public void end() {
    table.legibleLines(width).forEach(out::println);
    out.println(table.size() == 1 ? "(1 row)" : "(" + table.size() + " rows)");
  }
}
