package calltally.reporting.handover.bitrix24;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The ways in which people write a number into a CRM; it compares digits only. */
final class NumberSpellings {

  private NumberSpellings() {}

  /** The number itself first. */
  static List<String> of(String number) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(number);
    spellings.add(digits(number));
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber parsed = numbers.parse(number, null);
      spellings.add(digits(numbers.format(parsed, PhoneNumberFormat.NATIONAL)));
      spellings.add(numbers.getNationalSignificantNumber(parsed));
    } catch (NumberParseException e) {
      // An extension, or a number of no known country: it has one spelling.
      return List.copyOf(spellings);
    }
    return List.copyOf(spellings);
  }

  private static String digits(String number) {
    return number.replaceAll("\\D", "");
  }
}
