package calltally.exchange.text;

import java.math.BigDecimal;
import java.util.Optional;

/** The seconds reported for a call: an integer or a decimal. */
public final class ReportedDuration {

  private static final int LONGEST = 40;
  private static final BigDecimal LIMIT = BigDecimal.valueOf(1_000_000_000);

  private ReportedDuration() {}

  /** The seconds; empty when the text is no number, negative, or implausible for a call. */
  public static Optional<BigDecimal> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text)).filter(ReportedDuration::isSensible);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean isSensible(BigDecimal seconds) {
    return seconds.signum() >= 0
        && Math.abs((long) seconds.scale()) <= LONGEST
        && seconds.compareTo(LIMIT) < 0;
  }
}
