package calltally.app.directory;

import calltally.app.terminal.Message;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.function.Function;

/**
 * A rule for a text of an entry, in files of every kind.
 *
 * @param need what the text must be, in a sentence without its subject
 * @param parse parses the text; throws any runtime exception if the rule is broken
 */
public record EntryRule<T>(Message need, Function<String, T> parse) {

  private static final int LONGEST_NAME = 200;
  private static final DateTimeFormatter ISO = strict("uuuu-MM-dd");

  /** The form that Excel gives an ISO date in most of Europe. */
  private static final DateTimeFormatter EUROPEAN = strict("dd.MM.uuuu");

  /** The name of a person, a line or a department. */
  public static final EntryRule<String> NAME =
      new EntryRule<>(Message.of("configuration.rule.entry_name"), EntryRule::name);

  /** A local date. */
  public static final EntryRule<LocalDate> DAY =
      new EntryRule<>(Message.of("configuration.rule.date"), EntryRule::day);

  private static String name(String text) {
    boolean hasControls = text.codePoints().anyMatch(Character::isISOControl);
    if (text.isBlank() || hasControls || text.codePointCount(0, text.length()) > LONGEST_NAME) {
      throw new IllegalArgumentException();
    }
    return text.strip();
  }

  private static LocalDate day(String text) {
    if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
      return LocalDate.parse(text, ISO);
    }
    if (text.matches("\\d\\d\\.\\d\\d\\.\\d{4}")) {
      return LocalDate.parse(text, EUROPEAN);
    }
    throw new IllegalArgumentException();
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }
}
