package calltally.reporting.mail.letter;

import java.util.regex.Pattern;

/** Text that cannot begin a line of its own: for headers of a mail, and for plain text. */
final class SingleLine {

  private static final int LONGEST_SUBJECT = 200;

  /** Control characters, line and paragraph separators, and those that turn the direction. */
  private static final Pattern BREAKING =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

  private SingleLine() {}

  /** As it is, each run of such characters a blank. */
  static String of(String text) {
    return BREAKING.matcher(text).replaceAll(" ").strip();
  }

  /** The same, cut when it is longer than anybody reads in a list of mails. */
  static String ofSubject(String text) {
    String line = of(text);
    return line.codePointCount(0, line.length()) <= LONGEST_SUBJECT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
  }
}
