package calltally.reporting.http;

import java.time.Duration;
import java.time.Instant;

/** A limit of requests to one host: so many at once, and so many a second. */
public final class TokenBucket {

  private final int perSecond;
  private final int capacity;
  private double tokens;
  private Instant filledAt = Instant.MIN;
  private Instant pausedUntil = Instant.MIN;

  /**
   * A full bucket.
   *
   * @param capacity the most requests at once
   */
  public TokenBucket(int perSecond, int capacity) {
    this.perSecond = perSecond;
    this.capacity = capacity;
    this.tokens = capacity;
  }

  /** Whether so many requests are permitted now. A clock that was set back fills nothing. */
  public boolean has(int requests, Instant now) {
    if (filledAt.equals(Instant.MIN) || now.isBefore(filledAt)) {
      filledAt = now;
    }
    double filled = Duration.between(filledAt, now).toMillis() / 1000.0 * perSecond;
    tokens = Math.min(capacity, tokens + filled);
    filledAt = now;
    return tokens >= requests && !now.isBefore(pausedUntil);
  }

  /** Counts a request. */
  public void take() {
    tokens--;
  }

  /** Permits no request before the instant. */
  public void pause(Instant until) {
    pausedUntil = until;
  }
}
