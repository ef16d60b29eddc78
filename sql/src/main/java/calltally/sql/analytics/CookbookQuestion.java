package calltally.sql.analytics;

import calltally.sql.LocalizedException;
import calltally.sql.LocalizedText;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A question that people ask about their calls, and the query that answers it.
 *
 * @param name of its file, without {@code .sql}
 * @param text the whole file: the question in its first comment, its values in the first common
 *     table expression, {@code parameters}
 */
public record CookbookQuestion(String name, String text) {

  private static final String COMMENT = "-- ";
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern INSTANT = Pattern.compile(DATE + "[ T]\\d\\d:\\d\\d.*");
  private static final Pattern PARAMETER = Pattern.compile("(?m) as (\\w+),?$");
  private static final Pattern OBJECT = Pattern.compile("\\banalytics\\.\\w+");

  /** The question in one sentence. */
  public String question() {
    return comment().get(0);
  }

  /** The period, the order, and notes on the columns. */
  public String remark() {
    return comment().stream().skip(1).collect(Collectors.joining(" "));
  }

  /** Whether it reads a view or calls a function. */
  public boolean asks(String object) {
    return OBJECT.matcher(text).results().anyMatch(found -> found.group().equals(object));
  }

  /**
   * The same question with another parameter value.
   *
   * @param parameter such as {@code from_date}
   * @param value a date, an instant, a number or a text, as a user types it
   * @throws LocalizedException if it has no such parameter, or a date parameter gets a value that
   *     is not a date
   */
  public CookbookQuestion with(String parameter, String value) {
    Matcher line =
        Pattern.compile("(?m)^( +)(.+)( as " + Pattern.quote(parameter) + ",?)$").matcher(text);
    int end = text.indexOf("\n)");
    if (!line.find() || line.start() > end) {
      throw refused("cookbook.parameter", parameter, name, parameters());
    }
    if (parameter.endsWith("_date") && literal(value).startsWith("'")) {
      throw refused("cookbook.date", parameter, value);
    }
    return new CookbookQuestion(
        name, parametersWith(line, literal(value), end) + text.substring(end));
  }

  private static LocalizedException refused(String key, Object... values) {
    return new LocalizedException(LocalizedText.of("calltally.sql", key, values));
  }

  private String parameters() {
    return PARAMETER
        .matcher(text.substring(0, text.indexOf("\n)")))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.joining(", "));
  }

  /** The other parameters may name the source too: today is a date in its time zone. */
  private String parametersWith(Matcher line, String value, int end) {
    String former = line.group(2);
    String changed = text.substring(0, line.start(2)) + value + text.substring(line.end(2), end);
    return former.startsWith("'") ? changed.replace(former, value) : changed;
  }

  private static String literal(String value) {
    if (NUMBER.matcher(value).matches()) {
      return value;
    }
    String quoted = "'" + value.replace("'", "''") + "'";
    if (DATE.matcher(value).matches()) {
      return "date " + quoted;
    }
    return INSTANT.matcher(value).matches() ? "timestamptz " + quoted : quoted;
  }

  private List<String> comment() {
    Predicate<String> isComment = line -> line.startsWith(COMMENT);
    return text.lines().takeWhile(isComment).map(line -> line.substring(COMMENT.length())).toList();
  }
}
