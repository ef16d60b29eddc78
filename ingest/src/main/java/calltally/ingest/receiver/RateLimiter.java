package calltally.ingest.receiver;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many requests a second each source may send: more than any exchange ever does. */
final class RateLimiter {

  private final int perSecond;
  private final InstantSource clock;
  private final Map<String, TokenBucket> sources = new ConcurrentHashMap<>();

  RateLimiter(int perSecond, InstantSource clock) {
    this.perSecond = perSecond;
    this.clock = clock;
  }

  boolean allow(String source) {
    return sources
        .computeIfAbsent(source, name -> new TokenBucket(perSecond, clock.instant()))
        .take(clock.instant());
  }

  /** What a source has left; what it does not use in a second is gone. */
  private final class TokenBucket {

    private double left;
    private Instant at;

    private TokenBucket(double left, Instant at) {
      this.left = left;
      this.at = at;
    }

    /** A clock that was set back gives nothing and takes nothing. */
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
