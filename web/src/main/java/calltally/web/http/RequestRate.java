package calltally.web.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Limits the requests of each browser: so many a second, and twice as many at once. */
public final class RequestRate {

  private static final int MOST_BROWSERS = 10_000;

  private final int perSecond;
  private final InstantSource clock;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

  public RequestRate(int perSecond, InstantSource clock) {
    this.perSecond = perSecond;
    this.clock = clock;
  }

  /** Requests left, as of an instant. */
  private record Bucket(double left, Instant at) {}

  /** How many browsers have made a request since then. */
  public synchronized long since(Instant then) {
    return buckets.values().stream().filter(bucket -> bucket.at().isAfter(then)).count();
  }

  /** Whether the browser may make this request. */
  public synchronized boolean allows(String browser) {
    Instant now = clock.instant();
    double most = 2.0 * perSecond;
    Bucket before = buckets.getOrDefault(browser, new Bucket(most, now));
    double seconds = Math.max(0, Duration.between(before.at(), now).toMillis() / 1000.0);
    double left = Math.min(most, before.left() + seconds * perSecond);
    boolean isAllowed = left >= 1;
    buckets.put(browser, new Bucket(isAllowed ? left - 1 : left, now));
    if (buckets.size() > MOST_BROWSERS) {
      buckets.remove(buckets.keySet().iterator().next());
    }
    return isAllowed;
  }
}
