package calltally.reporting.report.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the database's seconds as durations, to the millisecond. */
final class Seconds {

  private Seconds() {}

  static Duration duration(BigDecimal seconds) {
    return Duration.ofMillis(
        seconds.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  static @Nullable Duration orNull(@Nullable BigDecimal seconds) {
    return seconds == null ? null : duration(seconds);
  }
}
