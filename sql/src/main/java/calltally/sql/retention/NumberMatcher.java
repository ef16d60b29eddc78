package calltally.sql.retention;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds a customer's number in text, in any spelling that reads to it, or its pseudonym. Extensions
 * never match, as they identify no customer.
 */
public final class NumberMatcher {

  /** Digits that every spelling of a number ends with; the rest is found from there. */
  private static final int DIGITS_IN_COMMON = 6;

  private static final int FEWEST_DIGITS = 7;
  private static final Pattern EXTENSION = Pattern.compile("[0-9]{1,5}");
  private static final String BETWEEN_DIGITS = "(?:[\\s\\p{Z}().\\-/\u2010\u2011]|%20){0,3}";
  private static final String AFTER = "(?![0-9])(?:\\.0(?![0-9]))?[#*]*";
  private static final String NO_LETTER_BEFORE = "(?<![\\p{L}\\p{N}])";
  private static final String NO_LETTER_AFTER = "(?![\\p{L}\\p{N}])";

  private final Pattern pattern;
  private final String digits;
  private final SpellingRule spelling;

  /** Matches one customer by the last digits of the number. */
  public NumberMatcher(String number, String pseudonym) {
    this(number, pseudonym, NumberReading.NONE);
  }

  /**
   * Matches one customer.
   *
   * @param number after normalisation
   * @param reading what other spellings mean
   */
  public NumberMatcher(String number, String pseudonym, NumberReading reading) {
    String all = number.replaceAll("[^0-9]", "");
    boolean isLong = all.length() >= FEWEST_DIGITS;
    this.digits = isLong ? all.substring(all.length() - DIGITS_IN_COMMON) : number;
    this.spelling = new SpellingRule(number, reading);
    this.pattern =
        Pattern.compile(
            Pattern.quote(pseudonym) + (isLong ? "|(?<tail>" + tail() + ")" : word(number)));
  }

  private String tail() {
    return digits
        .chars()
        .mapToObj(Character::toString)
        .collect(Collectors.joining(BETWEEN_DIGITS, "", AFTER));
  }

  private static String word(String number) {
    return (EXTENSION.matcher(number).matches()
            ? ""
            : "|" + NO_LETTER_BEFORE + Pattern.quote(number) + NO_LETTER_AFTER)
        + "|(?<tail>(?!))";
  }

  /** What every text that contains the number contains too, but for punctuation. */
  String digits() {
    return digits;
  }

  /** Whether the text contains the customer's number or pseudonym. */
  public boolean isIn(String text) {
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      if (start(found, text) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The text with every match crossed out; its length stays the same. */
  public String crossedOutIn(String text) {
    return replaced(text, null);
  }

  /** The text with the mark replacing every match. */
  String replacedIn(String text, String mark) {
    return replaced(text, mark);
  }

  private String replaced(String text, @Nullable String mark) {
    StringBuilder changed = new StringBuilder();
    int done = 0;
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      int start = start(found, text);
      if (start >= done) {
        changed.append(text, done, start);
        changed.append(mark == null ? "x".repeat(found.end() - start) : mark);
        done = found.end();
      }
    }
    return changed.append(text, done, text.length()).toString();
  }

  /** Where the match begins; negative when the digits are those of another number. */
  private int start(Matcher found, String text) {
    return found.start("tail") < 0
        ? found.start()
        : spelling.start(text, found.start(), found.end());
  }
}
