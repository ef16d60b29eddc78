package calltally.exchange.text;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The digits of a telephone number as people and exchanges write it.
 *
 * <p>Ends are trimmed by hand: a regular expression for the end of a text starts again at every
 * character, and 8 KiB of blanks would take seconds.
 */
public final class WrittenNumber {

  private static final Pattern EATEN_PLUS = Pattern.compile("^ (?=\\d{6})");
  private static final Pattern BRACKETS = Pattern.compile("^[^<]*<([^<>]*)>.*$", Pattern.DOTALL);
  private static final Pattern URI =
      Pattern.compile("^(?:sips?|tel):([^@;]*).*$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern ANONYMOUS_HOST =
      Pattern.compile("@anonymous\\.invalid(?![\\w.-])", Pattern.CASE_INSENSITIVE);
  private static final Pattern ROUNDED = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?[eE][+-]\\d+");
  private static final Pattern FLOAT = Pattern.compile("(\\+?\\d+)\\.0");
  private static final Pattern PUNCTUATION = Pattern.compile("[\\s\\p{Z}()./-]+");
  private static final Pattern ZEROS = Pattern.compile("^00(?=\\d{9})");
  private static final Set<String> WITHHELD =
      Set.of(
          "anonymous",
          "unknown",
          "private",
          "restricted",
          "withheld",
          "hidden",
          "unavailable",
          "blocked",
          "private number",
          "unknown caller",
          "number withheld",
          "no number",
          "null",
          "\\n",
          "none",
          "nan",
          "undefined");

  /** ANONYMOUS on a keypad. */
  private static final Set<String> SPELLED = Set.of("+266696687", "266696687");

  private WrittenNumber() {}

  /** Without all that only dresses it; empty when it is withheld or rounded. */
  public static Optional<String> of(String sent) {
    return isBare(sent)
        ? Optional.of(sent).filter(digits -> !SPELLED.contains(digits))
        : dressed(sent);
  }

  /** Whether there is nothing to take off: most exchanges send numbers like this. */
  private static boolean isBare(String sent) {
    return sent.length() > 1
        && sent.charAt(0) == '+'
        && sent.chars().skip(1).allMatch(character -> character >= '0' && character <= '9');
  }

  private static Optional<String> dressed(String sent) {
    String bare = inBrackets(trimmed(EATEN_PLUS.matcher(sent).replaceFirst("+")));
    if (isWithheld(bare) || isRounded(sent)) {
      return Optional.empty();
    }
    String user = trimmed(firstGroup(URI, bare));
    String whole = firstGroup(FLOAT, user);
    String bareDigits = withoutEnd(PUNCTUATION.matcher(whole).replaceAll(""), WrittenNumber::isKey);
    String digits = ZEROS.matcher(bareDigits).replaceFirst("+");
    return isWithheld(user) || digits.isEmpty() || SPELLED.contains(digits)
        ? Optional.empty()
        : Optional.of(digits);
  }

  /** Whether a spreadsheet has rounded it, such as 3.75E+11: nobody's number. */
  public static boolean isRounded(String sent) {
    // Most texts have no exponent, and the patterns take longer.
    return (sent.indexOf('e') >= 0 || sent.indexOf('E') >= 0) && isRoundedInside(sent);
  }

  private static boolean isRoundedInside(String sent) {
    return ROUNDED.matcher(trimmed(firstGroup(URI, inBrackets(trimmed(sent))))).matches();
  }

  private static boolean isWithheld(String text) {
    return WITHHELD.contains(text.toLowerCase(Locale.ROOT)) || ANONYMOUS_HOST.matcher(text).find();
  }

  private static String inBrackets(String text) {
    return trimmed(firstGroup(BRACKETS, text));
  }

  private static String trimmed(String text) {
    int start = 0;
    while (start < text.length() && isAround(text.charAt(start))) {
      start++;
    }
    return withoutEnd(text.substring(start), WrittenNumber::isAround);
  }

  private static String withoutEnd(String text, IntPredicate left) {
    int end = text.length();
    while (end > 0 && left.test(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  private static boolean isAround(int character) {
    return character == '"'
        || character == '\''
        || Character.isWhitespace(character)
        || Character.isSpaceChar(character);
  }

  private static boolean isKey(int character) {
    return character == '#' || character == '*';
  }

  private static String firstGroup(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? matcher.group(1) : text;
  }
}
