package calltally.ingest.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rows that the next statements will write, in the order of their arrival. */
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
   * Lets the row wait for its statement.
   *
   * @throws JournalUnavailable when too much waits already, or nothing is taken any more
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

  /** The rows of the next statement, as soon as there is one; none after the end. */
  synchronized List<WaitingRow> take(Bounds batch) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (rows.isEmpty() && !closed) {
      wait();
    }
    List<WaitingRow> taken = new ArrayList<>();
    long length = 0;
    for (WaitingRow next = rows.peek();
        next != null && (taken.isEmpty() || batch.allow(taken.size() + 1, length + next.length()));
        next = rows.peek()) {
      length += next.length();
      taken.add(rows.remove());
    }
    characters -= length;
    full = full && !rows.isEmpty();
    return taken;
  }

  /** Lets a row wait no longer, in case it still does. */
  synchronized void withdraw(WaitingRow row) {
    if (rows.remove(row)) {
      characters -= row.length();
    }
  }

  /** Takes no more; what waits can still be taken. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  private JournalUnavailable full() {
    JournalUnavailable unavailable =
        new JournalUnavailable(
            "at most %d of together %d characters may wait"
                .formatted(bounds.rows(), bounds.characters()),
            null);
    if (!full) {
      full = true;
      LOG.warn("journal: {}", unavailable.getMessage());
    }
    return unavailable;
  }
}
