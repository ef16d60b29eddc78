package calltally.reporting.alarm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a feed is quieter than is usual for the weekday and hour.
 *
 * <p>What came in the last hour is compared with the median of the same hour, on the same weekday,
 * of the last eight weeks; weeks in which nothing was received on that day, or nobody worked at
 * that hour, are left out, and below four weeks nothing is said. Where fewer than ten calls are
 * usual in an hour, the last two hours are looked at, then the last four: with less to expect, few
 * calls are chance. Quiet is less than a fifth of the usual, well again is half of it; in between
 * everything stays as it was, so that an alarm does not come and go.
 */
final class FeedRule {

  static final int WEEKS = 8;
  static final int LEAST_WEEKS = 4;
  static final double LEAST_USUAL = 10;
  static final double QUIET_BELOW = 0.2;
  static final double WELL_FROM = 0.5;

  /** The shortest first. */
  static final List<Duration> WINDOWS =
      List.of(Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(4));

  private FeedRule() {}

  /** The window that tells; empty where too little is usual in all of them. */
  static Optional<FeedWindow> telling(List<FeedWindow> windows) {
    return windows.stream()
        .filter(window -> window.earlier().size() >= LEAST_WEEKS)
        .filter(window -> window.usual() >= LEAST_USUAL)
        .findFirst();
  }

  static AlarmState state(FeedWindow telling) {
    if (telling.calls() < QUIET_BELOW * telling.usual()) {
      return AlarmState.ALARM;
    }
    return telling.calls() >= WELL_FROM * telling.usual() ? AlarmState.WELL : AlarmState.UNDECIDED;
  }
}
