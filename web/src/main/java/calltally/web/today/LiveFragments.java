package calltally.web.today;

import calltally.web.frame.BusyException;
import calltally.web.frame.HeavyQueries;
import calltally.web.frame.View;
import calltally.web.frame.VisibleSource;
import calltally.web.http.PageWatch;
import calltally.web.user.VisibleCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Today's figures, selected at most every five seconds for readers who see the same, and once a
 * minute while nothing is received: what changes with time alone is shown in minutes. That minute
 * begins with each selection: pages of different readers are selected one after another, and not
 * all when the clock strikes. Those who open the page get it as soon as possible; for pages that
 * are open already, one is selected at a time, on one processor: the other is left to the receiver.
 */
final class LiveFragments {

  static final Duration FRESH = Duration.ofSeconds(5);

  /** Browsers ask every 20 seconds: the third time. */
  private static final Duration UNCHANGED = Duration.ofSeconds(50);

  private static final int MOST_KEPT = 100;
  private static final long SECONDS_TO_WAIT = 5;

  private final SelectToday select;
  private final HeavyQueries queries;
  private final HeavyQueries polls = new HeavyQueries(1);
  private final PageWatch watch;
  private final Map<Key, Slot> slots = new LinkedHashMap<>(16, 0.75f, true);

  LiveFragments(SelectToday select, HeavyQueries queries, PageWatch watch) {
    this.select = select;
    this.queries = queries;
    this.watch = watch;
  }

  private record Key(VisibleCalls visible, String language, boolean hasSeveralSources) {}

  /** What readers of one kind see, when it was selected, and when it was last known to be so. */
  private static final class Slot {

    private final Lock lock = new ReentrantLock();
    private Instant selectedAt = Instant.EPOCH;
    private Instant checkedAt = Instant.EPOCH;
    private List<Object> version = List.of();
    private Optional<LiveFragment> fragment = Optional.empty();

    /** Whether time alone has changed hardly anything since. */
    private boolean isOf(Instant now, VisibleSource source) {
      return fragment.isPresent()
          && !now.isBefore(selectedAt)
          && now.isBefore(selectedAt.plus(UNCHANGED))
          && source.date(now).equals(source.date(selectedAt));
    }
  }

  /**
   * The figures as of at most five seconds ago; empty when there are none for this reader.
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
      boolean isFresh = !now.isBefore(slot.checkedAt) && now.isBefore(slot.checkedAt.plus(FRESH));
      watch.figuresShown(isFresh || isUnchanged(slot, view));
      return slot.fragment;
    } finally {
      slot.lock.unlock();
    }
  }

  /** Whether the slot is still as it was; else it is selected. */
  private boolean isUnchanged(Slot slot, View view) {
    Instant now = view.now();
    // Asked first: what is derived meanwhile is selected now, and once more next time.
    List<Object> version = select.version(view.source(), now);
    boolean isUnchanged = slot.isOf(now, view.source()) && version.equals(slot.version);
    if (!isUnchanged) {
      slot.fragment = selected(view, version);
      slot.selectedAt = now;
      slot.version = version;
    }
    slot.checkedAt = now;
    return isUnchanged;
  }

  private synchronized Slot slot(Key key) {
    Slot slot = slots.computeIfAbsent(key, unknown -> new Slot());
    if (slots.size() > MOST_KEPT) {
      slots.remove(slots.keySet().iterator().next());
    }
    return slot;
  }

  private Optional<LiveFragment> selected(View view, List<Object> version) {
    return view.request().isPoll()
        ? polls.run(
            () ->
                written(
                    () -> select.again(view.visible(), view.source(), view.now(), version), view))
        : written(() -> select.today(view.visible(), view.source(), view.now(), version), view);
  }

  private Optional<LiveFragment> written(Supplier<Optional<Today>> selected, View view) {
    return queries.run(selected).map(today -> LiveFragment.of(LivePages.of(today, view)));
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
