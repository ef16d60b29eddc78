package calltally.reporting.report;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Whether a report shows customers' numbers or masks them; the same in every format. */
public enum CustomerNumbers {
  /** Grouped the way their country does: +375 29 111-22-33. */
  SHOWN,
  /** Five of the last seven digits hidden: +375 29 •••-••-33. */
  MASKED;

  private static final int HIDDEN_FROM = 7;
  private static final int HIDDEN_UNTIL = 2;
  private static final char HIDDEN = '•';

  /** Grouping takes long, and a page shows the same numbers every few seconds. */
  private static final Map<String, String> GROUPED = new ConcurrentHashMap<>();

  private static final int MOST_KEPT = 2_000;

  /** The number as readers may see it. */
  public String text(String number) {
    String readable = readable(number);
    return this == SHOWN ? readable : masked(readable);
  }

  /** The number for programs: in E.164 where it is one, or grouped with hidden digits. */
  public String exact(String number) {
    return this == SHOWN ? number : text(number);
  }

  /** The number to dial; empty when the text is no number, or digits are hidden. */
  public Optional<String> dialled(String number) {
    return this == SHOWN && number.startsWith("+") ? Optional.of(number) : Optional.empty();
  }

  /** The URL of a recording; empty where digits are hidden, as it may contain the number. */
  public Optional<String> recording(@Nullable String url) {
    return this == SHOWN ? Optional.ofNullable(url) : Optional.empty();
  }

  private static String readable(String number) {
    if (!number.startsWith("+")) {
      return number;
    }
    if (GROUPED.size() >= MOST_KEPT) {
      GROUPED.clear();
    }
    return GROUPED.computeIfAbsent(number, CustomerNumbers::grouped);
  }

  private static String grouped(String number) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      return numbers.format(numbers.parse(number, null), PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException e) {
      return number;
    }
  }

  private static String masked(String readable) {
    StringBuilder masked = new StringBuilder(readable);
    int digits = 0;
    for (int i = masked.length() - 1; i >= 0 && digits < HIDDEN_FROM; i--) {
      if (Character.isDigit(masked.charAt(i))) {
        digits++;
        if (digits > HIDDEN_UNTIL) {
          masked.setCharAt(i, HIDDEN);
        }
      }
    }
    return masked.toString();
  }
}
