package calltally.app.terminal;

import static calltally.app.terminal.ColumnWidths.GAP;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An aligned table. If it is wider than the terminal, its widest texts are cut with an ellipsis,
 * numbers never; if too little would remain, each row becomes a record with a line for every
 * column.
 */
public final class TextTable {

  private static final int NARROWEST = 6;
  private static final int LEGIBLE = 12;

  private final List<TextColumn> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table without rows. */
  public TextTable(List<TextColumn> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Adds a row at the end; null becomes an empty cell. */
  public void add(List<@Nullable String> values) {
    rows.add(values.stream().map(TextTable::printable).toList());
  }

  /** The number of rows. */
  public int size() {
    return rows.size();
  }

  /**
   * The header, a rule, and the rows.
   *
   * @param width characters per line of the terminal; empty if lines may have any length
   */
  public Stream<String> lines(OptionalInt width) {
    int[] widths = columnWidths().fittedTo(width.orElse(Integer.MAX_VALUE), NARROWEST);
    String heading = line(columns.stream().map(TextColumn::name).toList(), widths);
    String rule = Arrays.stream(widths).mapToObj("─"::repeat).collect(joining(GAP));
    return Stream.concat(Stream.of(heading, rule), rows.stream().map(row -> line(row, widths)));
  }

  /**
   * The same lines, or each row as a record if too little would remain of the texts.
   *
   * @param heading of the record with that number
   */
  public Stream<String> legibleLines(OptionalInt width, IntFunction<String> heading) {
    return isLegible(width) ? lines(width) : records(width.orElseThrow(), heading);
  }

  /** Whether enough remains of the texts in lines of that width. */
  private boolean isLegible(OptionalInt width) {
    return width.isEmpty() || columnWidths().areWithin(width.getAsInt(), LEGIBLE);
  }

  private ColumnWidths columnWidths() {
    return ColumnWidths.of(columns, rows);
  }

  /**
   * Each row under its own heading, with a line for every column; long texts wrap.
   *
   * @param width characters per line of the terminal
   */
  private Stream<String> records(int width, IntFunction<String> heading) {
    int names =
        columns.stream().map(TextColumn::name).mapToInt(ColumnWidths::width).max().orElse(0);
    return IntStream.range(0, rows.size())
        .boxed()
        .flatMap(
            row ->
                Stream.concat(
                    Stream.of(line(heading.apply(row + 1), width)), record(row, names, width)));
  }

  private static String line(String words, int width) {
    String heading = "─ " + words + " ";
    return heading + "─".repeat(Math.max(0, width - heading.length()));
  }

  private Stream<String> record(int row, int names, int width) {
    int values = Math.max(NARROWEST, width - names - GAP.length());
    return IntStream.range(0, columns.size())
        .boxed()
        .flatMap(
            column -> {
              List<String> parts = new WrappedText(rows.get(row).get(column)).lines(values);
              return IntStream.range(0, parts.size())
                  .mapToObj(
                      part ->
                          cell(part == 0 ? columns.get(column).name() : "", names, false)
                              + GAP
                              + parts.get(part))
                  .map(String::stripTrailing);
            });
  }

  /** Replaces control characters: data from outside must not control the terminal. */
  private static String printable(@Nullable String value) {
    return value == null ? "" : value.replaceAll("[\\p{Cc}\\p{Cf}]", " ");
  }

  private String line(List<String> values, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(index -> cell(values.get(index), widths[index], columns.get(index).isNumber()))
        .collect(joining(GAP))
        .stripTrailing();
  }

  private static String cell(String value, int width, boolean isNumber) {
    int blanks = width - ColumnWidths.width(value);
    if (blanks < 0) {
      return value.substring(0, value.offsetByCodePoints(0, width - 1)) + "…";
    }
    return isNumber ? " ".repeat(blanks) + value : value + " ".repeat(blanks);
  }
}
