package calltally.app.query;

import calltally.app.terminal.CommandContext;
import calltally.app.terminal.TextColumn;
import calltally.app.terminal.TextTable;
import calltally.app.terminal.Texts;
import java.io.PrintStream;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Writes a result as a table with its number of rows, after the last row. */
public final class TableResultWriter implements ResultWriter {

  private final PrintStream out;
  private final OptionalInt width;
  private final Texts texts;
  private TextTable table = new TextTable(List.of());

  /** A writer to the terminal of a command. */
  public TableResultWriter(CommandContext context) {
    this(context, context.terminal().columns());
  }

  /**
   * The same for other lines.
   *
   * @param width characters per line; empty if lines may have any length
   */
  public TableResultWriter(CommandContext context, OptionalInt width) {
    this(context.out(), width, context.texts());
  }

  TableResultWriter(PrintStream out, OptionalInt width, Texts texts) {
    this.out = out;
    this.width = width;
    this.texts = texts;
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
    table
        .legibleLines(width, row -> texts.text("table.row", String.valueOf(row)))
        .forEach(out::println);
    out.println(
        table.size() == 1 ? texts.text("table.single") : texts.text("table.rows", table.size()));
  }
}
