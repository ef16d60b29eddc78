package calltally.ingest.notification;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The digits of a telephone number as people and exchanges write it. */
final class WrittenNumber {

  private static final Pattern EATEN_PLUS = Pattern.compile("^ (?=\\d{6})");
  private static final Pattern SURROUNDING = Pattern.compile("^[\\s\\p{Z}\"']+|[\\s\\p{Z}\"']+$");
  private static final Pattern BRACKETS = Pattern.compile("^[^<]*<([^<>]*)>.*$", Pattern.DOTALL);
  private static final Pattern URI =
      Pattern.compile("^(?:sips?|tel):([^@;]*).*$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern ANONYMOUS_HOST =
      Pattern.compile("@anonymous\\.invalid(?![\\w.-])", Pattern.CASE_INSENSITIVE);
  private static final Pattern ROUNDED = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?[eE][+-]\\d+");
  private static final Pattern FLOAT = Pattern.compile("(\\+?\\d+)\\.0");
  private static final Pattern PUNCTUATION = Pattern.compile("[\\s\\p{Z}()./-]+|[#*]+$");
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
  static Optional<String> of(String sent) {
    String bare = inBrackets(trimmed(EATEN_PLUS.matcher(sent).replaceFirst("+")));
    if (isWithheld(bare) || isRounded(sent)) {
      return Optional.empty();
    }
    String user = trimmed(firstGroup(URI, bare));
    String whole = firstGroup(FLOAT, user);
    String digits = ZEROS.matcher(PUNCTUATION.matcher(whole).replaceAll("")).replaceFirst("+");
    return isWithheld(user) || digits.isEmpty() || SPELLED.contains(digits)
        ? Optional.empty()
        : Optional.of(digits);
  }

  /** Whether a spreadsheet has rounded it, such as 3.75E+11: nobody's number. */
  static boolean isRounded(String sent) {
    return ROUNDED.matcher(trimmed(firstGroup(URI, inBrackets(trimmed(sent))))).matches();
  }

  private static boolean isWithheld(String text) {
    return WITHHELD.contains(text.toLowerCase(Locale.ROOT)) || ANONYMOUS_HOST.matcher(text).find();
  }

  private static String inBrackets(String text) {
    return trimmed(firstGroup(BRACKETS, text));
  }

  private static String trimmed(String text) {
    return SURROUNDING.matcher(text).replaceAll("");
  }

  private static String firstGroup(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? matcher.group(1) : text;
  }
}
