package calltally.app.query;

import calltally.app.terminal.WrappedText;
import calltally.sql.analytics.AnalyticsColumn;
import calltally.sql.analytics.AnalyticsObject;
import calltally.sql.analytics.CookbookQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Prints names and their meaning side by side, in lines that fit the terminal.
 *
 * @param width characters per line
 */
public record AnalyticsHelp(int width) {

  private static final int USUAL_WIDTH = 100;
  private static final int NARROWEST = 30;
  private static final String GAP = "  ";

  /** Help as wide as the terminal, or 100 characters wide without one. */
  public static AnalyticsHelp fitting(OptionalInt terminal) {
    return new AnalyticsHelp(terminal.orElse(USUAL_WIDTH));
  }

  /** All views and functions, each with the first sentence of its comment. */
  public Stream<String> overview(List<AnalyticsObject> objects) {
    return sideBySide(
        objects.stream()
            .map(object -> new String[] {shortName(object), object.summary()})
            .toList());
  }

  /** A view or function with its columns, and the ready-made queries that use it. */
  public Stream<String> of(AnalyticsObject object, List<CookbookQuestion> questions) {
    Stream<String> heading =
        Stream.of(object.call() + (object.type().isEmpty() ? "" : " → " + object.type()), "");
    List<String[]> columns = object.columns().stream().map(AnalyticsHelp::cells).toList();
    return Stream.of(
            heading,
            new WrappedText(object.meaning()).lines(width).stream(),
            columns.isEmpty() ? Stream.<String>of() : Stream.of(""),
            sideBySide(columns),
            questions.isEmpty()
                ? Stream.<String>of()
                : Stream.of("", "Ready-made queries that use it (--cookbook NAME):"),
            questions(questions))
        .flatMap(lines -> lines);
  }

  /** All questions of the cookbook, with their names. */
  public Stream<String> questions(List<CookbookQuestion> questions) {
    return sideBySide(
        questions.stream()
            .map(question -> new String[] {question.name(), question.question()})
            .toList());
  }

  private static String shortName(AnalyticsObject object) {
    return object.isFunction() ? object.name() + "(…)" : object.name();
  }

  private static String[] cells(AnalyticsColumn column) {
    String type = column.type().replace("timestamp with time zone", "timestamptz");
    return new String[] {column.name(), type, column.meaning()};
  }

  /** Rows of aligned cells; the last cell of each wraps. */
  private Stream<String> sideBySide(List<String[]> rows) {
    return rows.isEmpty() ? Stream.of() : rows.stream().flatMap(row -> lines(row, widths(rows)));
  }

  private static int[] widths(List<String[]> rows) {
    int[] widths = new int[rows.get(0).length - 1];
    for (String[] row : rows) {
      for (int cell = 0; cell < widths.length; cell++) {
        widths[cell] = Math.max(widths[cell], row[cell].length());
      }
    }
    return widths;
  }

  private Stream<String> lines(String[] row, int[] widths) {
    StringBuilder beginning = new StringBuilder();
    for (int cell = 0; cell < widths.length; cell++) {
      beginning.append(row[cell]).append(" ".repeat(widths[cell] - row[cell].length())).append(GAP);
    }
    int left = Math.max(NARROWEST, width - beginning.length());
    List<String> lines = new ArrayList<>();
    for (String part : new WrappedText(row[widths.length]).lines(left)) {
      lines.add((lines.isEmpty() ? beginning : " ".repeat(beginning.length())) + part);
    }
    return lines.stream();
  }
}
