package calltally.reporting.alarm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a feed is quieter than is usual for the weekday and hour.
 *
 * <p>The calls of the last hour are compared with the median of the same hour, on the same weekday,
 * over the last eight weeks. Weeks in which nothing was received on that day, or in which that hour
 * was outside working hours, are left out; with fewer than four weeks left, the state is undecided.
 * Where fewer than ten calls an hour are usual, the last two hours are compared instead, then the
 * last four: with fewer calls to expect, a low count is mere chance. A feed is quiet below a fifth
 * of the usual count, and well again from half of it; in between the state stays as it was, so that
 * alarms do not flap.
 */
final class FeedRule {

  static final int WEEKS = 8;
  static final int LEAST_WEEKS = 4;
  static final double LEAST_USUAL = 10;
  static final double QUIET_BELOW = 0.2;
  static final double WELL_FROM = 0.5;

  /** Shortest first. */
  static final List<Duration> WINDOWS =
      List.of(Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(4));

  private FeedRule() {}

  /** The shortest window with enough usual calls to judge by; empty when there is none. */
  static Optional<FeedWindow> telling(List<FeedWindow> windows) {
    return windows.stream()
        .filter(window -> window.earlier().size() >= LEAST_WEEKS)
        .filter(window -> window.hourlyMedian() >= LEAST_USUAL)
        .findFirst();
  }

  static AlarmState state(FeedWindow telling) {
    if (telling.calls() < QUIET_BELOW * telling.hourlyMedian()) {
      return AlarmState.ALARM;
    }
    return telling.calls() >= WELL_FROM * telling.hourlyMedian()
        ? AlarmState.WELL
        : AlarmState.UNDECIDED;
  }
}
