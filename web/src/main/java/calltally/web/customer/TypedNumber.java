package calltally.web.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A number that someone typed, as calls may have it.
 *
 * @param region of the source, whose numbers need no country code
 */
record TypedNumber(String text, String region) {

  /** The spellings to look for: as typed, without separators, and in E.164. */
  List<String> spellings() {
    String typed = text.strip();
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(typed);
    spellings.add(typed.replaceAll("[^0-9+*#]", ""));
    try {
      PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
      spellings.add(numbers.format(numbers.parse(typed, region), PhoneNumberFormat.E164));
    } catch (NumberParseException e) {
      // An extension, or a code of the exchange.
    }
    return spellings.stream().filter(spelling -> !spelling.isEmpty()).toList();
  }
}
