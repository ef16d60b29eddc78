package calltally.ingest.journal;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queue of rows for the next statements. */
final class WaitingRows {

  private static final Logger LOG = LoggerFactory.getLogger(WaitingRows.class);

  private final FairQueue<WaitingRow> rows;
  private final Bounds bounds;
  private final AtomicBoolean full = new AtomicBoolean();

  WaitingRows(Bounds bounds) {
    this.bounds = bounds;
    this.rows = new FairQueue<>(bounds);
  }

  /**
   * Adds a row to the queue; if that is full, rows of the source with most of them fail.
   *
   * @throws JournalUnavailable when the row itself finds no room, or the queue is closed
   */
  void add(WaitingRow row) {
    List<WaitingRow> refused = rows.add(row);
    if (refused.isEmpty()) {
      return;
    }
    JournalUnavailable failure =
        rows.isClosed() ? new JournalUnavailable("the program is stopping", null) : full();
    refused.stream().filter(other -> other != row).forEach(other -> other.fail(failure));
    if (refused.contains(row)) {
      throw failure;
    }
  }

  /** The rows of the next statement, as soon as there are any; none after the end. */
  List<WaitingRow> take(Bounds batch) throws InterruptedException {
    List<WaitingRow> taken = rows.take(batch);
    if (rows.isEmpty()) {
      full.set(false);
    }
    return taken;
  }

  /** Removes a row if it is still waiting. */
  void withdraw(WaitingRow row) {
    rows.withdraw(row);
  }

  /** Accepts no more rows; those waiting can still be taken. */
  void close() {
    rows.close();
  }

  private JournalUnavailable full() {
    JournalUnavailable unavailable =
        JournalUnavailable.inQueue(
            "at most %d rows of %d characters in total may wait"
                .formatted(bounds.rows(), bounds.characters()),
            null,
            null);
    if (full.compareAndSet(false, true)) {
      LOG.warn("journal: {}", unavailable.getMessage());
    }
    return unavailable;
  }
}
