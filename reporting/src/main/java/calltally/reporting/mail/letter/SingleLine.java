package calltally.reporting.mail.letter;

import java.util.regex.Pattern;

/** Makes text a single line, for mail headers and plain text. */
final class SingleLine {

  private static final int LONGEST_SUBJECT = 200;

  /** Control characters, line and paragraph separators, and direction overrides. */
  private static final Pattern BREAKING =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

  private SingleLine() {}

  /** The text with each run of such characters replaced by a space. */
  static String of(String text) {
    return BREAKING.matcher(text).replaceAll(" ").strip();
  }

  /** The same, shortened to what a list of mails can show. */
  static String ofSubject(String text) {
    String line = of(text);
    return line.codePointCount(0, line.length()) <= LONGEST_SUBJECT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
  }
}
