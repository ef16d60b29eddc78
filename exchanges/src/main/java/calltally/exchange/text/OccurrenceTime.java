package calltally.exchange.text;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time of a notification: ISO 8601 date and time; fraction and offset are optional.
 *
 * @param instant whole microseconds; anything finer is cut off
 * @param hasOffset false when the text has no offset and the source's zone was used
 */
public record OccurrenceTime(Instant instant, boolean hasOffset) {

  /** A blank before the offset was a plus sign, decoded as a space in the query. */
  private static final Pattern ISO_8601 =
      Pattern.compile(
          "(\\d{4})(-?)(\\d\\d)\\2(\\d\\d)[Tt](\\d\\d)(:?)(\\d\\d)(?:\\6(\\d\\d)(?:[.,](\\d+))?)?"
              + "([Zz]|[+ -]\\d\\d(?::?\\d\\d)?)?");

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  /** The instant that the text denotes; empty when it is no time from year 1 to 9999. */
  public static Optional<OccurrenceTime> parse(String text, ZoneId zone) {
    Matcher iso = ISO_8601.matcher(text.strip());
    if (!iso.matches()) {
      return Optional.empty();
    }
    try {
      @Nullable String offset = iso.group(10);
      ZoneId meant = offset == null ? zone : offset(offset);
      Instant instant = local(iso).atZone(meant).toInstant().truncatedTo(MICROS);
      return Optional.of(new OccurrenceTime(instant, offset != null)).filter(OccurrenceTime::fits);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalDateTime local(Matcher iso) {
    return LocalDateTime.of(
        number(iso.group(1)),
        number(iso.group(3)),
        number(iso.group(4)),
        number(iso.group(5)),
        number(iso.group(7)),
        number(iso.group(8)),
        nanos(iso.group(9)));
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int nanos(@Nullable String fraction) {
    return fraction == null ? 0 : number((fraction + "00000000").substring(0, 9));
  }

  private static ZoneOffset offset(String offset) {
    return ZoneOffset.of(offset.replace(' ', '+').toUpperCase(Locale.ROOT));
  }

  private boolean fits() {
    return !instant.isBefore(EARLIEST) && instant.isBefore(END);
  }
}
