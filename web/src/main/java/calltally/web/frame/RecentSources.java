package calltally.web.frame;

import calltally.web.user.VisibleCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What was known of sources a moment ago: every request of a page asks. */
final class RecentSources {

  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final int MOST_KEPT = 500;

  private final Map<VisibleCalls, Known> known = new ConcurrentHashMap<>();

  private record Known(Optional<VisibleSource> source, Instant selectedAt) {

    boolean isFresh(Instant now) {
      return !now.isBefore(selectedAt) && now.isBefore(selectedAt.plus(FRESH));
    }
  }

  /** The source, at most five seconds old; empty when these calls are not to be seen. */
  Optional<VisibleSource> get(
      VisibleCalls calls, Instant now, Supplier<Optional<VisibleSource>> select) {
    Known kept = known.get(calls);
    if (kept != null && kept.isFresh(now)) {
      return kept.source();
    }
    if (known.size() >= MOST_KEPT) {
      known.clear();
    }
    Known selected = new Known(select.get(), now);
    known.put(calls, selected);
    return selected.source();
  }
}
