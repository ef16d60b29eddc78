package calltally.exchange.text;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** A time in seconds since 1970, with or without a fraction. */
public final class UnixTime {

  private static final Pattern SECONDS = Pattern.compile("\\d{1,11}(?:\\.\\d{1,9})?");
  private static final int DIGITS_OF_NANOS = 9;

  private UnixTime() {}

  /**
   * The time; empty when the text is none, or zero, by which exchanges write that there is none.
   */
  public static Optional<Instant> parse(String text) {
    return Optional.of(text.strip())
        .filter(digits -> SECONDS.matcher(digits).matches())
        .map(BigDecimal::new)
        .filter(seconds -> seconds.signum() > 0)
        .map(UnixTime::instant);
  }

  private static Instant instant(BigDecimal seconds) {
    BigDecimal whole = BigDecimal.valueOf(seconds.longValue());
    return Instant.ofEpochSecond(
        whole.longValue(),
        seconds.subtract(whole).movePointRight(DIGITS_OF_NANOS).longValueExact());
  }
}
