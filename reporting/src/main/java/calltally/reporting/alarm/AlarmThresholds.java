package calltally.reporting.alarm;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * From where on something is wrong, where a company may say so itself.
 *
 * @param missedRate missed ÷ (answered + missed) of the last hour above which too many are missed
 * @param missedRateCalls least number of calls of the last hour to judge by
 * @param refreshLag time since the last refresh above which figures are out of date
 */
public record AlarmThresholds(BigDecimal missedRate, int missedRateCalls, Duration refreshLag) {

  public static final AlarmThresholds DEFAULT =
      new AlarmThresholds(new BigDecimal("0.5"), 10, Duration.ofMinutes(5));

  /** A spool is too full from this share of its size on. */
  static final double SPOOL_FULL_FROM = 0.8;

  /** It is well again below this one. */
  static final double SPOOL_WELL_BELOW = 0.6;

  /** The missed rate is well again at this share of its limit. */
  static final double MISSED_WELL_AT = 0.8;

  /** A report is looked for until so long after its deadline. */
  static final Duration LATE_FOR = Duration.ofHours(24);
}
