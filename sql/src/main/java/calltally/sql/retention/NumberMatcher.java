package calltally.sql.retention;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds a customer's number in text, in any notation, or its pseudonym. Extensions never match, as
 * they identify no customer.
 */
public final class NumberMatcher {

  /** The last digits, which all notations of a number share. */
  private static final int DIGITS_IN_COMMON = 9;

  private static final int FEWEST_DIGITS = 7;
  private static final Pattern EXTENSION = Pattern.compile("[0-9]{1,5}");
  private static final String BETWEEN_DIGITS = "(?:[\\s\\p{Z}().\\-/\u2010\u2011]|%20){0,3}";
  private static final String NO_LETTER_BEFORE = "(?<![\\p{L}\\p{N}])";
  private static final String NO_LETTER_AFTER = "(?![\\p{L}\\p{N}])";

  private final Pattern pattern;

  /**
   * Matches one customer.
   *
   * @param number after normalisation
   */
  public NumberMatcher(String number, String pseudonym) {
    this.pattern = Pattern.compile(Pattern.quote(pseudonym) + written(number));
  }

  private static String written(String number) {
    if (EXTENSION.matcher(number).matches()) {
      return "";
    }
    String digits = number.replaceAll("[^0-9]", "");
    return digits.length() < FEWEST_DIGITS
        ? "|" + NO_LETTER_BEFORE + Pattern.quote(number) + NO_LETTER_AFTER
        : "|" + tail(digits);
  }

  private static String tail(String digits) {
    return digits
        .substring(Math.max(0, digits.length() - DIGITS_IN_COMMON))
        .chars()
        .mapToObj(Character::toString)
        .collect(Collectors.joining(BETWEEN_DIGITS, "", "(?![0-9])"));
  }

  /** Whether the text contains the customer's number or pseudonym. */
  public boolean isIn(String text) {
    return pattern.matcher(text).find();
  }

  /** The text with every match crossed out; its length stays the same. */
  public String crossedOutIn(String text) {
    return pattern.matcher(text).replaceAll(found -> "x".repeat(found.group().length()));
  }
}
