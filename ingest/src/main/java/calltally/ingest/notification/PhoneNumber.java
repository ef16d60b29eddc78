package calltally.ingest.notification;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Telephone numbers in the normal form in which they are compared. */
public final class PhoneNumber {

  private static final Pattern EATEN_PLUS = Pattern.compile("^ (?=\\d{6})");
  private static final Pattern PUNCTUATION = Pattern.compile("[\\s\\p{Z}().-]+");
  private static final Pattern EXTENSION = Pattern.compile("\\d{1,5}");

  /** Exported where retention had replaced a number; its letters are no keypad's. */
  private static final Pattern PSEUDONYM = Pattern.compile("~[0-9a-f]{16}");

  private static final Set<String> WITHHELD =
      Set.of(
          "", "anonymous", "unknown", "private", "restricted", "withheld", "hidden", "unavailable");

  /** Longer texts would not fit into an index. */
  private static final int LONGEST = 255;

  private static final RecentNumbers RECENT = new RecentNumbers();

  private PhoneNumber() {}

  /**
   * E.164, an extension, or cleaned text where it is no possible number; empty when withheld.
   *
   * @param region ISO 3166 region of national numbers
   */
  public static Optional<String> normalise(String sent, String region) {
    return RECENT.get(sent, region, text -> read(text, region));
  }

  private static Optional<String> read(String sent, String region) {
    String cleaned = PUNCTUATION.matcher(EATEN_PLUS.matcher(sent).replaceFirst("+")).replaceAll("");
    if (WITHHELD.contains(cleaned.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    return Optional.of(
        EXTENSION.matcher(cleaned).matches() || PSEUDONYM.matcher(cleaned).matches()
            ? cleaned
            : international(cleaned, region).orElse(shortened(cleaned)));
  }

  private static Optional<String> international(String cleaned, String region) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      Phonenumber.PhoneNumber number = numbers.parse(cleaned, region);
      return numbers.isPossibleNumber(number)
          ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  private static String shortened(String cleaned) {
    int end =
        cleaned.offsetByCodePoints(
            0, Math.min(LONGEST, cleaned.codePointCount(0, cleaned.length())));
    return cleaned.substring(0, end);
  }
}
