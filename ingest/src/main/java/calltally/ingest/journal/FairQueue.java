package calltally.ingest.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bounded queue that the sources share, so that none waits for the rows of another.
 *
 * <p>A batch takes equally much of each source, in the order of its rows. When the queue is full,
 * the newest row of the source that occupies most of it makes room.
 *
 * @param <R> what waits
 */
public final class FairQueue<R extends QueuedRow> {

  /** By name; those served longest ago come first. */
  private final Map<String, SourceQueue<R>> sources = new LinkedHashMap<>();

  private final Bounds bounds;
  private int rows;
  private long characters;
  private boolean closed;

  public FairQueue(Bounds bounds) {
    this.bounds = bounds;
  }

  /** Adds a row; returns those that the queue has no room for, the new one perhaps among them. */
  public synchronized List<R> add(R row) {
    if (closed) {
      return List.of(row);
    }
    sources.computeIfAbsent(row.source(), name -> new SourceQueue<>()).add(row);
    count(1, row.length());
    List<R> refused = new ArrayList<>();
    while (!bounds.allow(rows, characters)) {
      refused.add(removeNewest(largest(row.source())));
    }
    notifyAll();
    return refused;
  }

  /** The rows of the next batch, as soon as there are any; none after the end. */
  public synchronized List<R> take(Bounds batch) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (sources.isEmpty() && !closed) {
      wait();
    }
    FairBatch<R> next = new FairBatch<>(batch);
    sources.values().forEach(next::add);
    List<R> taken = next.fill();
    String last = "";
    for (R row : taken) {
      count(-1, -row.length());
      if (!row.source().equals(last)) {
        last = row.source();
        moveToEnd(last);
      }
    }
    return taken;
  }

  /** Removes a row if it is still waiting. */
  public synchronized void withdraw(R row) {
    SourceQueue<R> source = sources.get(row.source());
    if (source != null && source.remove(row)) {
      count(-1, -row.length());
      removeIfEmpty(row.source(), source);
    }
  }

  /** Accepts no more rows; those waiting can still be taken. */
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  public synchronized boolean isClosed() {
    return closed;
  }

  public synchronized boolean isEmpty() {
    return sources.isEmpty();
  }

  /** The source that occupies most of what is scarce; in doubt the given one. */
  private String largest(String source) {
    Comparator<SourceQueue<R>> bySize =
        characters > bounds.characters()
            ? Comparator.comparingLong(SourceQueue::characters)
            : Comparator.comparingInt(SourceQueue::rows);
    String largest = source;
    for (Map.Entry<String, SourceQueue<R>> other : sources.entrySet()) {
      if (bySize.compare(other.getValue(), queue(largest)) > 0) {
        largest = other.getKey();
      }
    }
    return largest;
  }

  private R removeNewest(String source) {
    SourceQueue<R> queue = queue(source);
    R row = queue.removeNewest();
    count(-1, -row.length());
    removeIfEmpty(source, queue);
    return row;
  }

  private SourceQueue<R> queue(String source) {
    return sources.getOrDefault(source, new SourceQueue<>());
  }

  private void moveToEnd(String source) {
    SourceQueue<R> queue = sources.remove(source);
    if (queue != null && !queue.isEmpty()) {
      sources.put(source, queue);
    }
  }

  private void removeIfEmpty(String source, SourceQueue<R> queue) {
    if (queue.isEmpty()) {
      sources.remove(source);
    }
  }

  private void count(int moreRows, long moreCharacters) {
    rows += moreRows;
    characters += moreCharacters;
  }
}
