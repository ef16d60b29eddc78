package calltally.ingest.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queue of rows for the next statements, in order of arrival. */
final class WaitingRows {

  private static final Logger LOG = LoggerFactory.getLogger(WaitingRows.class);

  private final Queue<WaitingRow> rows = new ArrayDeque<>();
  private final Bounds bounds;
  private long characters;
  private boolean full;
  private boolean closed;

  WaitingRows(Bounds bounds) {
    this.bounds = bounds;
  }

  /**
   * Adds a row to the queue.
   *
   * @throws JournalUnavailable when the queue is full or closed
   */
  synchronized void add(WaitingRow row) {
    if (closed) {
      throw new JournalUnavailable("the program is stopping", null);
    }
    if (!bounds.allow(rows.size() + 1, characters + row.length())) {
      throw full();
    }
    rows.add(row);
    characters += row.length();
    notifyAll();
  }

  /** The rows of the next statement, as soon as there are any; none after the end. */
  synchronized List<WaitingRow> take(Bounds batch) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (rows.isEmpty() && !closed) {
      wait();
    }
    List<WaitingRow> taken = removeFirst(batch);
    full = full && !rows.isEmpty();
    return taken;
  }

  /** At least one row if there is any, however long it is. */
  private List<WaitingRow> removeFirst(Bounds batch) {
    List<WaitingRow> taken = new ArrayList<>();
    long length = 0;
    for (WaitingRow next = rows.peek();
        next != null && (taken.isEmpty() || batch.allow(taken.size() + 1, length + next.length()));
        next = rows.peek()) {
      length += next.length();
      taken.add(rows.remove());
    }
    characters -= length;
    return taken;
  }

  /** Removes a row if it is still waiting. */
  synchronized void withdraw(WaitingRow row) {
    if (rows.remove(row)) {
      characters -= row.length();
    }
  }

  /** Accepts no more rows; those waiting can still be taken. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  private JournalUnavailable full() {
    JournalUnavailable unavailable =
        new JournalUnavailable(
            "at most %d rows of %d characters in total may wait"
                .formatted(bounds.rows(), bounds.characters()),
            null);
    if (!full) {
      full = true;
      LOG.warn("journal: {}", unavailable.getMessage());
    }
    return unavailable;
  }
}
