package calltally.ingest.journal;

import calltally.ingest.metrics.Counters;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the rows of many senders, one statement at a time.
 *
 * <p>Rows that arrive while a statement runs are written by the next one; it takes equally much of
 * each source. A row that arrives alone does not wait for others.
 */
public final class GroupCommit implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

  /** A mebibyte takes PostgreSQL a tenth of a second, in which all other rows wait. */
  private static final Bounds BATCH = new Bounds(500, 1 << 20);

  /** Longer than the connection's timeouts: two statements at once would gain nothing. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final Duration LIMIT_TO_STOP = Duration.ofMillis(1500);

  private final WaitingRows waiting;
  private final BatchSequence batches = new BatchSequence();
  private final WriteBatch flush;
  private final Thread writer = new Thread(this::write, "group commit");

  private GroupCommit(Journal journal, Bounds queue, Counters counters) {
    this.waiting = new WaitingRows(queue);
    this.flush = new WriteBatch(journal, batches, LIMIT, counters);
  }

  /**
   * Starts the writer.
   *
   * @param queue how much may wait
   */
  public static GroupCommit into(Journal journal, Bounds queue, Counters counters) {
    GroupCommit commit = new GroupCommit(journal, queue, counters);
    commit.writer.setDaemon(true);
    commit.writer.start();
    return commit;
  }

  /**
   * Stores a row; completes once it is committed, on the writer's thread. Fails
   *
   * <ul>
   *   <li>with {@link JournalUnavailable} when the queue is full or the database did not confirm
   *       within the limit; unless it names a batch in doubt, the row will not be stored later
   *       either
   *   <li>with {@link UnstorableRow} when the database refuses it
   * </ul>
   */
  public CompletableFuture<StorageResult> store(JournalRow row, Duration limit) {
    WaitingRow waitingRow;
    try {
      waitingRow = add(row);
    } catch (JournalUnavailable e) {
      return CompletableFuture.failedFuture(e);
    }
    return waitingRow
        .within(limit)
        .whenComplete(
            (stored, failure) -> {
              if (failure != null) {
                waiting.withdraw(waitingRow);
              }
            });
  }

  /** Whether a statement was committed so recently: the database works, however busy it is. */
  public boolean hasCommittedWithin(Duration time) {
    return batches.hasCommittedWithin(time);
  }

  /** Adds a row to the queue. */
  WaitingRow add(JournalRow row) {
    WaitingRow waitingRow = new WaitingRow(row);
    waiting.add(waitingRow);
    return waitingRow;
  }

  /** Accepts no more rows and writes those waiting, unless the database does not answer. */
  @Override
  public void close() {
    waiting.close();
    try {
      writer.join(LIMIT_TO_STOP.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    writer.interrupt();
  }

  private void write() {
    try {
      List<WaitingRow> batch = waiting.take(BATCH);
      while (!batch.isEmpty()) {
        write(batch);
        batch = waiting.take(BATCH);
      }
    } catch (InterruptedException e) {
      LOG.warn("journal: dropped notifications whose senders no longer wait for an answer");
    }
  }

  private void write(List<WaitingRow> batch) {
    try {
      flush.write(batch);
    } catch (RuntimeException e) { // whatever it is, the next batch must be written
      LOG.error("cannot store notifications: internal error (was {})", e.getClass().getName());
      fail(batch, e);
    }
  }

  private static void fail(List<WaitingRow> batch, RuntimeException failure) {
    for (WaitingRow row : batch) {
      row.fail(new JournalUnavailable("internal error", failure, row.abandon()));
    }
  }
}
