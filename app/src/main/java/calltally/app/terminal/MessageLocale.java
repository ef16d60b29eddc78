package calltally.app.terminal;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The language that a process is asked to speak, by the variables that POSIX names for it. */
public final class MessageLocale {

  private MessageLocale() {}

  /**
   * Reads the first that is set of LC_ALL, LC_MESSAGES and LANG; an empty one counts as not set.
   * Before them comes what the launcher has replaced.
   *
   * @param otherwise the locale of a system that sets none of them
   */
  public static Locale of(Map<String, String> environment, Locale otherwise) {
    return Stream.of("CALLTALLY_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(MessageLocale::parse)
        .orElse(otherwise);
  }

  /** Such as {@code ru_RU.UTF-8} or {@code ru}; {@code C} and {@code POSIX} have no language. */
  private static Locale parse(String value) {
    String name = value.split("[.@]", 2)[0];
    return name.equals("C") || name.equals("POSIX")
        ? Locale.ROOT
        : Locale.forLanguageTag(name.replace('_', '-'));
  }
}
