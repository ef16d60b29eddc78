package calltally.web.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What the database said a moment ago, at most five seconds: every request asks the same.
 *
 * @param <K> what was asked for
 * @param <V> the answer
 */
public final class Recent<K, V> {

  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final int MOST_KEPT = 500;

  private final Map<K, Known<V>> known = new ConcurrentHashMap<>();

  private record Known<V>(Optional<V> answer, Instant selectedAt) {

    boolean isFresh(Instant now) {
      return !now.isBefore(selectedAt) && now.isBefore(selectedAt.plus(FRESH));
    }
  }

  /** The answer, at most five seconds old. */
  public Optional<V> get(K asked, Instant now, Supplier<Optional<V>> select) {
    Known<V> kept = known.get(asked);
    if (kept != null && kept.isFresh(now)) {
      return kept.answer();
    }
    if (known.size() >= MOST_KEPT) {
      known.clear();
    }
    Known<V> selected = new Known<>(select.get(), now);
    known.put(asked, selected);
    return selected.answer();
  }

  /** Lets the next request ask the database. */
  public void forget(K asked) {
    known.remove(asked);
  }
}
