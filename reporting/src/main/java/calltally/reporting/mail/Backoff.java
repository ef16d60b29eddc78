package calltally.reporting.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a failed attempt is repeated: after 1, 2, 4… minutes, then every hour.
 *
 * @param mostAttempts the first one included
 */
public record Backoff(int mostAttempts) {

  /** For mails. */
  public static final Backoff A_DAY = new Backoff(30);

  /** For alarms; one older than that helps nobody. */
  public static final Backoff TWO_DAYS = new Backoff(50);

  private static final int DOUBLINGS = 6;

  /** The longest pause between two attempts, unless the receiver asks for more. */
  public static final Duration LONGEST = Duration.ofHours(1);

  /**
   * The time of the next attempt, not before the receiver permits it; empty when no more are made.
   *
   * @param retryAfter how long the receiver asks to wait; null if it does not
   */
  public Optional<Instant> next(int attempts, Instant now, @Nullable Duration retryAfter) {
    Instant permitted = retryAfter == null ? now : now.plus(retryAfter);
    return next(attempts, now).map(next -> next.isBefore(permitted) ? permitted : next);
  }

  /** The time of the next attempt; empty when no more are made. */
  public Optional<Instant> next(int attempts, Instant now) {
    if (attempts >= mostAttempts) {
      return Optional.empty();
    }
    return Optional.of(
        now.plus(
            attempts > DOUBLINGS
                ? LONGEST
                : Duration.ofMinutes(1L << (Math.max(1, attempts) - 1))));
  }
}
