package calltally.reporting.export;

import calltally.reporting.report.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes values for programs; the same in every language. */
final class MachineNotation {

  /** Decimals of a share, as in {@code analytics.rate}. */
  private static final int SHARE_DECIMALS = 4;

  private final Period period;

  MachineNotation(Period period) {
    this.period = period;
  }

  /** Date, time and offset in the source's time zone. */
  String moment(Instant moment) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        moment.atZone(period.zone()).toOffsetDateTime());
  }

  /** The word as in the schema {@code analytics}. */
  static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  static BigDecimal seconds(Duration duration) {
    return plain(BigDecimal.valueOf(duration.toMillis(), 3));
  }

  static BigDecimal share(int part, int whole) {
    return BigDecimal.valueOf(part)
        .divide(BigDecimal.valueOf(whole), SHARE_DECIMALS, RoundingMode.HALF_UP);
  }

  static BigDecimal share(BigDecimal share) {
    return share.setScale(SHARE_DECIMALS, RoundingMode.HALF_UP);
  }

  /** The number without trailing zeros. */
  static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
