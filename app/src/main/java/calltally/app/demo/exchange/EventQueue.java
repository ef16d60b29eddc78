package calltally.app.demo.exchange;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Coming events in order of time; an event may add later ones. */
final class EventQueue {

  private final Instant end;
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
  private long number;

  /**
   * @param end exclusive: later events are dropped
   */
  EventQueue(Instant end) {
    this.end = end;
  }

  /** Whether an event at that time is not dropped. */
  boolean takes(Instant at) {
    return at.isBefore(end);
  }

  void at(Instant at, Consumer<Instant> step) {
    if (takes(at)) {
      entries.add(new Entry(at, number++, step));
    }
  }

  void play() {
    for (Entry entry = entries.poll(); entry != null; entry = entries.poll()) {
      entry.step().accept(entry.at());
    }
  }

  private record Entry(Instant at, long number, Consumer<Instant> step) {}
}
