package calltally.ingest.receiver;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Limits the requests per second of each sender. */
final class RateLimiter {

  /** From then on it starts afresh: senders that are so many need no limit each. */
  private static final int MOST_SENDERS = 50_000;

  private final int perSecond;
  private final InstantSource clock;
  private final Map<String, TokenBucket> senders = new ConcurrentHashMap<>();

  RateLimiter(int perSecond, InstantSource clock) {
    this.perSecond = perSecond;
    this.clock = clock;
  }

  boolean allow(String sender) {
    if (senders.size() >= MOST_SENDERS) {
      senders.clear();
    }
    return senders
        .computeIfAbsent(sender, name -> new TokenBucket(perSecond, clock.instant()))
        .take(clock.instant());
  }

  /** A sender's remaining requests; unused ones expire after a second. */
  private final class TokenBucket {

    private double left;
    private Instant at;

    private TokenBucket(double left, Instant at) {
      this.left = left;
      this.at = at;
    }

    /** A clock that was set back has no effect. */
    private synchronized boolean take(Instant now) {
      Duration passed = Duration.between(at, now);
      at = now;
      if (!passed.isNegative()) {
        left = Math.min(perSecond, left + perSecond * (passed.toNanos() / 1e9));
      }
      if (left < 1) {
        return false;
      }
      left--;
      return true;
    }
  }
}
