package calltally.reporting.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a failed attempt is repeated: after 1, 2, 4… minutes, then every hour for a day. */
final class Backoff {

  private static final int MOST_ATTEMPTS = 30;
  private static final int DOUBLINGS = 6;
  private static final Duration LONGEST = Duration.ofHours(1);

  private Backoff() {}

  /** The time of the next attempt; empty when no more are made. */
  static Optional<Instant> next(int attempts, Instant now) {
    if (attempts >= MOST_ATTEMPTS) {
      return Optional.empty();
    }
    return Optional.of(
        now.plus(
            attempts > DOUBLINGS
                ? LONGEST
                : Duration.ofMinutes(1L << (Math.max(1, attempts) - 1))));
  }
}
