package calltally.web.today;

import calltally.web.http.PageTexts;
import calltally.web.user.VisibleCalls;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Today's figures, selected at most every five seconds for readers who see the same, and for two
 * kinds of them at once.
 */
final class LiveFragments {

  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final int MOST_KEPT = 100;
  private static final int AT_ONCE = 2;
  private static final long SECONDS_TO_WAIT = 5;

  private final SelectToday select;
  private final InstantSource clock;
  private final Semaphore queries = new Semaphore(AT_ONCE);
  private final Map<Key, Slot> slots = new LinkedHashMap<>(16, 0.75f, true);

  LiveFragments(SelectToday select, InstantSource clock) {
    this.select = select;
    this.clock = clock;
  }

  private record Key(VisibleCalls visible, String language) {}

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
  Optional<LiveFragment> get(VisibleCalls visible, PageTexts texts) {
    Slot slot = slot(new Key(visible, texts.language()));
    if (!isLocked(slot.lock)) {
      throw new BusyException();
    }
    try {
      Instant now = clock.instant();
      boolean isFresh = !now.isBefore(slot.selectedAt) && now.isBefore(slot.selectedAt.plus(FRESH));
      if (!isFresh) {
        slot.fragment = selected(visible, texts, now);
        slot.selectedAt = now;
      }
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

  private Optional<LiveFragment> selected(VisibleCalls visible, PageTexts texts, Instant now) {
    if (!isPermitted()) {
      throw new BusyException();
    }
    try {
      return select
          .of(visible, now)
          .map(today -> LiveFragment.of(LivePages.of(today, visible.numbers(), texts)));
    } finally {
      queries.release();
    }
  }

  private static boolean isLocked(Lock lock) {
    try {
      return lock.tryLock(SECONDS_TO_WAIT, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean isPermitted() {
    try {
      return queries.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
