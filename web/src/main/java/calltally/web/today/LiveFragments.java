package calltally.web.today;

import calltally.web.frame.BusyException;
import calltally.web.frame.HeavyQueries;
import calltally.web.frame.View;
import calltally.web.http.PageWatch;
import calltally.web.user.VisibleCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Today's figures, selected at most every five seconds for readers who see the same. */
final class LiveFragments {

  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final int MOST_KEPT = 100;
  private static final long SECONDS_TO_WAIT = 5;

  private final SelectToday select;
  private final HeavyQueries queries;
  private final PageWatch watch;
  private final Map<Key, Slot> slots = new LinkedHashMap<>(16, 0.75f, true);

  LiveFragments(SelectToday select, HeavyQueries queries, PageWatch watch) {
    this.select = select;
    this.queries = queries;
    this.watch = watch;
  }

  private record Key(VisibleCalls visible, String language, boolean hasSeveralSources) {}

  /** What readers of one kind see, and when it was selected. */
  private static final class Slot {

    private final Lock lock = new ReentrantLock();
    private Instant selectedAt = Instant.EPOCH;
    private Optional<LiveFragment> fragment = Optional.empty();
  }

  /**
   * The figures, at most five seconds old; empty when there are none for this reader.
   *
   * @throws BusyException when too many others wait
   */
  Optional<LiveFragment> get(View view) {
    boolean hasSeveralSources = view.session().user().sources().size() > 1;
    Slot slot = slot(new Key(view.visible(), view.texts().language(), hasSeveralSources));
    if (!isLocked(slot.lock)) {
      throw new BusyException();
    }
    try {
      Instant now = view.now();
      boolean isFresh = !now.isBefore(slot.selectedAt) && now.isBefore(slot.selectedAt.plus(FRESH));
      if (!isFresh) {
        slot.fragment = selected(view);
        slot.selectedAt = now;
      }
      watch.figuresShown(isFresh);
      return slot.fragment;
    } finally {
      slot.lock.unlock();
    }
  }

  private synchronized Slot slot(Key key) {
    Slot slot = slots.computeIfAbsent(key, unknown -> new Slot());
    if (slots.size() > MOST_KEPT) {
      slots.remove(slots.keySet().iterator().next());
    }
    return slot;
  }

  private Optional<LiveFragment> selected(View view) {
    return queries
        .run(() -> select.today(view.visible(), view.source(), view.now()))
        .map(today -> LiveFragment.of(LivePages.of(today, view)));
  }

  private static boolean isLocked(Lock lock) {
    try {
      return lock.tryLock(SECONDS_TO_WAIT, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
