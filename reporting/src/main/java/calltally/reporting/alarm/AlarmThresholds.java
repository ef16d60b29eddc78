package calltally.reporting.alarm;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * The limits beyond which something counts as wrong, where a company may set them.
 *
 * @param missedRate missed ÷ (answered + missed) of the last hour above which too many are missed
 * @param missedRateCalls fewest calls in the last hour for which the rate is judged
 * @param refreshLag time since the last refresh above which figures are out of date
 * @param handoverLate how long the hand-over of a caller may take
 */
public record AlarmThresholds(
    BigDecimal missedRate, int missedRateCalls, Duration refreshLag, Duration handoverLate) {

  public static final AlarmThresholds DEFAULT =
      new AlarmThresholds(new BigDecimal("0.5"), 10, Duration.ofMinutes(5), Duration.ofMinutes(15));

  /** A spool is too full from this share of its size on. */
  static final double SPOOL_FULL_FROM = 0.8;

  /** Below this share a spool is no longer too full. */
  static final double SPOOL_WELL_BELOW = 0.6;

  /** The missed rate is well again at this share of its limit. */
  static final double MISSED_WELL_AT = 0.8;

  /** Somebody seems to be trying to get in from this many refused requests in ten minutes on. */
  static final long INTRUSION_FROM = 100;

  /** Below this many they have stopped. */
  static final long INTRUSION_WELL_BELOW = 20;

  /** How long after its deadline a missing report still raises an alarm. */
  static final Duration LATE_FOR = Duration.ofHours(24);
}
