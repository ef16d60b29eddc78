package calltally.exchange.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.regex.Pattern;

/** Telephone numbers in the normal form in which they are compared. */
public final class PhoneNumber {

  private static final Pattern EXTENSION = Pattern.compile("\\d{1,6}");
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  /** Exported where retention had replaced a number; its letters are no keypad's. */
  private static final Pattern PSEUDONYM = Pattern.compile("~[0-9a-f]{16}");

  /** Longer texts would not fit into an index. */
  private static final int LONGEST = 255;

  private static final RecentNumbers RECENT = new RecentNumbers();
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private PhoneNumber() {}

  /**
   * E.164, an extension, or cleaned text where it is no possible number; empty when withheld, or
   * rounded by a spreadsheet.
   *
   * @param region ISO 3166 region of national numbers
   */
  public static Optional<String> normalise(String sent, String region) {
    return RECENT.get(
        sent, region, text -> WrittenNumber.of(text).map(number -> read(number, region)));
  }

  private static String read(String cleaned, String region) {
    return EXTENSION.matcher(cleaned).matches() || PSEUDONYM.matcher(cleaned).matches()
        ? cleaned
        : international(cleaned, region).orElseGet(() -> shortened(cleaned));
  }

  private static Optional<String> international(String cleaned, String region) {
    Optional<Phonenumber.PhoneNumber> national = parsed(cleaned, region);
    if (DIGITS.matcher(cleaned).matches() && national.filter(NUMBERS::isValidNumber).isEmpty()) {
      Optional<Phonenumber.PhoneNumber> withPlus =
          parsed("+" + cleaned, region).filter(NUMBERS::isValidNumber);
      if (withPlus.isPresent()) {
        return withPlus.map(PhoneNumber::e164);
      }
    }
    return national.filter(PhoneNumber::isPossible).map(PhoneNumber::e164);
  }

  private static Optional<Phonenumber.PhoneNumber> parsed(String text, String region) {
    try {
      return Optional.of(NUMBERS.parse(text, region));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** What is possible only locally lacks a part, and would be another number elsewhere. */
  private static boolean isPossible(Phonenumber.PhoneNumber number) {
    return NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
  }

  private static String e164(Phonenumber.PhoneNumber number) {
    return NUMBERS.format(number, PhoneNumberFormat.E164);
  }

  private static String shortened(String cleaned) {
    int end =
        cleaned.offsetByCodePoints(
            0, Math.min(LONGEST, cleaned.codePointCount(0, cleaned.length())));
    return cleaned.substring(0, end);
  }
}
