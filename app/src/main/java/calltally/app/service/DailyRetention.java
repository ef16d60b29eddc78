package calltally.app.service;

import calltally.reporting.call.Refresh;
import calltally.sql.retention.RetentionRun;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Applies the retention once a day. */
final class DailyRetention {

  private static final Duration BETWEEN_RUNS = Duration.ofDays(1);

  private final RetentionRun retention;
  private final Refresh refresh;
  private final RefreshLeaderLock leadership;
  private final InstantSource clock;
  private Instant next = Instant.MIN;

  DailyRetention(
      RetentionRun retention, Refresh refresh, RefreshLeaderLock leadership, InstantSource clock) {
    this.retention = retention;
    this.refresh = refresh;
    this.leadership = leadership;
    this.clock = clock;
  }

  /** Stays due if not the leader, during a rebuild or a long refresh, and after a failure. */
  void runIfDue() {
    Instant now = clock.instant();
    if (!now.isBefore(next) && leadership.isHeld()) {
      // Rows must be derived from a notification before it is removed.
      if (refresh.runIfFree().isPresent()) {
        retention.run(now);
        next = now.plus(BETWEEN_RUNS);
      }
    }
  }
}
