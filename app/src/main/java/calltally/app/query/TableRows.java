package calltally.app.query;

import static java.util.stream.Collectors.joining;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes an answer as an aligned table, once all rows are there. When it is wider than the
 * terminal, its widest texts are cut, each with an ellipsis.
 */
public final class TableRows implements Rows {

  private static final String GAP = "  ";
  private static final int NARROWEST = 6;

  private final PrintStream out;
  private final OptionalInt width;
  private final List<List<String>> rows = new ArrayList<>();
  private List<Column> columns = List.of();

  /**
   * Writes to a terminal.
   *
   * @param width characters in its line; empty when lines may have any length
   */
  public TableRows(PrintStream out, OptionalInt width) {
    this.out = out;
    this.width = width;
  }

  @Override
  public void columns(List<Column> columns) {
    this.columns = columns;
  }

  @Override
  public void row(List<@Nullable String> values) {
    rows.add(values.stream().map(TableRows::printable).toList());
  }

  @Override
  public void end() {
    int[] widths = fittingWidths();
    out.println(line(columns.stream().map(Column::name).toList(), widths));
    out.println(Arrays.stream(widths).mapToObj("─"::repeat).collect(joining(GAP)));
    rows.forEach(row -> out.println(line(row, widths)));
    out.println(rows.size() == 1 ? "(1 row)" : "(" + rows.size() + " rows)");
  }

  /** What a stranger sent must not steer the terminal. */
  private static String printable(@Nullable String value) {
    return value == null ? "" : value.replaceAll("[\\p{Cc}\\p{Cf}]", " ");
  }

  private int[] fittingWidths() {
    int[] natural = IntStream.range(0, columns.size()).map(this::naturalWidth).toArray();
    int widest = Arrays.stream(natural).max().orElse(0);
    for (int limit = widest; limit >= NARROWEST; limit--) {
      int[] widths = limited(natural, limit);
      if (lineWidth(widths) <= width.orElse(Integer.MAX_VALUE)) {
        return widths;
      }
    }
    return limited(natural, NARROWEST);
  }

  private int naturalWidth(int column) {
    int heading = length(columns.get(column).name());
    return rows.stream().mapToInt(row -> length(row.get(column))).reduce(heading, Math::max);
  }

  private int[] limited(int[] natural, int limit) {
    return IntStream.range(0, natural.length)
        .map(
            column ->
                columns.get(column).isNumber() ? natural[column] : Math.min(natural[column], limit))
        .toArray();
  }

  private static int lineWidth(int[] widths) {
    return Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1);
  }

  private String line(List<String> values, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(
            column -> cell(values.get(column), widths[column], columns.get(column).isNumber()))
        .collect(joining(GAP))
        .stripTrailing();
  }

  private static String cell(String value, int width, boolean isNumber) {
    int blanks = width - length(value);
    if (blanks < 0) {
      return value.substring(0, value.offsetByCodePoints(0, width - 1)) + "…";
    }
    return isNumber ? " ".repeat(blanks) + value : value + " ".repeat(blanks);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
