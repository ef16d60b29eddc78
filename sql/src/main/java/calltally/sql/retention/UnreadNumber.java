package calltally.sql.retention;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A number to which no region gives a meaning.
 *
 * @param written as found in a text
 */
record UnreadNumber(String written) {

  private static final int DISTINCTIVE = 9;
  private static final int FEWEST_DIGITS = 7;
  private static final int LONGEST_SHORT_CODE = 2;
  private static final List<String> DIALLED_BEFORE =
      List.of("", "0", "00", "8", "80", "810", "011");
  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
  private static final Pattern FRACTION = Pattern.compile("\\.0[#*]*$");

  /** Whether it is the end of the number, or all of it, with or without a prefix for dialling. */
  boolean isTailOf(String number) {
    String all = digits(number);
    if (written.startsWith("+")) {
      return digits().equals(all);
    }
    int fewest = Math.min(DISTINCTIVE, Math.max(FEWEST_DIGITS, all.length() - LONGEST_SHORT_CODE));
    return DIALLED_BEFORE.stream()
        .filter(digits()::startsWith)
        .map(prefix -> digits().substring(prefix.length()))
        .anyMatch(tail -> tail.length() >= fewest && all.endsWith(tail));
  }

  String digits() {
    return digits(FRACTION.matcher(written).replaceFirst(""));
  }

  private static String digits(String text) {
    return NO_DIGIT.matcher(text).replaceAll("");
  }
}
