package calltally.web.today;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How old the figures are.
 *
 * @param lastNotification of the source's exchange; null when none came for a day
 * @param refreshedAt when figures were last derived; null when never
 * @param at when that was so
 */
record Freshness(@Nullable Instant lastNotification, @Nullable Instant refreshedAt, Instant at) {

  private static final Duration NORMAL_LAG = Duration.ofMinutes(1);

  /** Minutes by which the figures were behind; 0 when that is as usual. */
  long minutesBehind() {
    if (refreshedAt == null) {
      return 0;
    }
    Duration lag = Duration.between(refreshedAt, at);
    return lag.compareTo(NORMAL_LAG) > 0 ? lag.toMinutes() : 0;
  }
}
