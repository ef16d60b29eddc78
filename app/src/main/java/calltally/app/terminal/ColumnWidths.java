package calltally.app.terminal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How wide the columns of a table are, in characters. */
final class ColumnWidths {

  /** Between two columns. */
  static final String GAP = "  ";

  private final List<TextColumn> columns;
  private final int[] natural;

  private ColumnWidths(List<TextColumn> columns, int[] natural) {
    this.columns = columns;
    this.natural = natural;
  }

  /** The widths of columns with these rows. */
  static ColumnWidths of(List<TextColumn> columns, List<List<String>> rows) {
    return new ColumnWidths(
        columns,
        IntStream.range(0, columns.size())
            .map(column -> natural(columns.get(column).name(), column, rows))
            .toArray());
  }

  private static int natural(String heading, int column, List<List<String>> rows) {
    return rows.stream().mapToInt(row -> width(row.get(column))).reduce(width(heading), Math::max);
  }

  static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  /**
   * The widths in lines that are no longer than that, if the narrowest texts permit it.
   *
   * @param narrowest to which texts are cut at most
   */
  int[] fittedTo(int lineWidth, int narrowest) {
    int widest = Arrays.stream(natural).max().orElse(0);
    for (int limit = widest; limit > narrowest; limit--) {
      if (areWithin(lineWidth, limit)) {
        return limited(limit);
      }
    }
    return limited(narrowest);
  }

  /** Whether lines are no longer than that if texts are cut to a limit. */
  boolean areWithin(int lineWidth, int limit) {
    int gaps = GAP.length() * (natural.length - 1);
    return Arrays.stream(limited(limit)).sum() + gaps <= lineWidth;
  }

  private int[] limited(int limit) {
    return IntStream.range(0, natural.length)
        .map(
            index ->
                columns.get(index).isNumber() ? natural[index] : Math.min(natural[index], limit))
        .toArray();
  }
}
