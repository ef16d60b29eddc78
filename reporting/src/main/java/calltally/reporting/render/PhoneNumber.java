package calltally.reporting.render;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/** Telephone numbers as people write them. */
final class PhoneNumber {

  private PhoneNumber() {}

  /** An E.164 number in groups, in its country's way; anything else as it is. */
  static String readable(String number) {
    if (!number.startsWith("+")) {
      return number;
    }
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      return numbers.format(numbers.parse(number, null), PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException e) {
      return number;
    }
  }
}
