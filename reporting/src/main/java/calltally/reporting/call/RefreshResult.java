package calltally.reporting.call;

import java.time.Duration;

/**
 * What a refresh did.
 *
 * @param notifications taken from the journal
 * @param calls derived from scratch
 * @param days whose statistics were recomputed
 * @param duration by the system's monotonic clock
 */
public record RefreshResult(long notifications, long calls, int days, Duration duration) {

  static final RefreshResult NOTHING = new RefreshResult(0, 0, 0, Duration.ZERO);

  /** This one and the next. */
  RefreshResult plus(RefreshResult next) {
    return new RefreshResult(
        notifications + next.notifications,
        calls + next.calls,
        days + next.days,
        duration.plus(next.duration));
  }
}
