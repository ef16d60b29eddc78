package calltally.sql.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which of the texts that end with a number's last digits are spellings of it.
 *
 * @param number in its normal form
 */
record SpellingRule(String number, NumberReading reading) {

  /** No prefix that belongs to a number is longer, with all its punctuation. */
  private static final int LONGEST_PREFIX = 30;

  private static final Map<String, String> ESCAPES =
      Map.of("%2B", "+", "%20", " ", "%28", "(", "%29", ")");
  private static final int ESCAPE_LENGTH = 3;
  private static final Pattern PUNCTUATION = Pattern.compile("[\\s\\p{Z}().\\-/\u2010\u2011]");

  /**
   * Where the spelling begins; negative when the digits are those of another number, whose end they
   * happen to be.
   */
  int start(String text, int lastDigits, int end) {
    List<Integer> starts = starts(text, lastDigits);
    for (int i = starts.size() - 1; i >= 0; i--) {
      String written = decoded(text.substring(starts.get(i), end));
      String read = reading.read(written).orElse("");
      if (read.equals(number)
          || (!read.startsWith("+") && new UnreadNumber(written).isTailOf(number))) {
        return starts.get(i);
      }
      if (isInternational(written, read)) {
        return -1;
      }
    }
    return -1;
  }

  /** The places where a number may begin, the nearest first. */
  private static List<Integer> starts(String text, int lastDigits) {
    List<Integer> starts = new ArrayList<>();
    int at = lastDigits;
    boolean isPlus = false;
    int length = 0;
    do {
      at -= length;
      isPlus = isPlus(text, at, length);
      if (isPlus || (isDigit(text, at) && !isDigitBefore(text, at))) {
        starts.add(at);
      }
      length = lengthBefore(text, at);
    } while (!isPlus && length > 0 && at > lastDigits - LONGEST_PREFIX);
    return starts;
  }

  /** Length of the digit, sign or escape that ends here; 0 when it is no part of a number. */
  private static int lengthBefore(String text, int end) {
    if (isEscapeBefore(text, end)) {
      return ESCAPE_LENGTH;
    }
    if (end == 0) {
      return 0;
    }
    String last = text.substring(end - 1, end);
    return last.equals("+") || isDigit(text, end - 1) || PUNCTUATION.matcher(last).matches()
        ? 1
        : 0;
  }

  private static boolean isPlus(String text, int at, int length) {
    return decoded(text.substring(at, at + length)).equals("+");
  }

  private static boolean isDigit(String text, int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static boolean isDigitBefore(String text, int end) {
    return end > 0 && isDigit(text, end - 1) && !isEscapeBefore(text, end);
  }

  private static boolean isEscapeBefore(String text, int end) {
    return end >= ESCAPE_LENGTH
        && ESCAPES.containsKey(text.substring(end - ESCAPE_LENGTH, end).toUpperCase(Locale.ROOT));
  }

  /** Whether the text means the other number itself, and not only what a region makes of it. */
  private static boolean isInternational(String written, String read) {
    return read.startsWith("+")
        && (written.startsWith("+")
            || written.startsWith("00")
            || read.substring(1).equals(new UnreadNumber(written).digits()));
  }

  private static String decoded(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return ESCAPES.keySet().stream()
        .reduce(upper, (left, escape) -> left.replace(escape, ESCAPES.get(escape)));
  }
}
