package calltally.ingest.journal;

import calltally.ingest.metrics.Counters;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what many send, one statement at a time: what arrives while one runs is written by the
 * next. A row that comes alone does not wait for others.
 */
public final class GroupCommit implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final Bounds BATCH = new Bounds(500, 4 << 20);

  /** Longer than the time-outs of a connection: two statements at once would win nothing. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final Duration LIMIT_TO_STOP = Duration.ofMillis(1500);

  private final WaitingRows waiting;
  private final Flush flush;
  private final Thread writer = new Thread(this::write, "group commit");

  private GroupCommit(WaitingRows waiting, Flush flush) {
    this.waiting = waiting;
    this.flush = flush;
  }

  /**
   * Begins to write.
   *
   * @param queue how much may wait
   */
  public static GroupCommit into(Journal journal, Bounds queue, Counters counters) {
    Flush flush = new Flush(journal, new BatchSequence(), LIMIT, counters);
    GroupCommit commit = new GroupCommit(new WaitingRows(queue), flush);
    commit.writer.setDaemon(true);
    commit.writer.start();
    return commit;
  }

  /**
   * Stores a row; completes once it is committed, on the thread that wrote it. Fails
   *
   * <ul>
   *   <li>with {@link JournalUnavailable} when too much waits already or the database did not
   *       confirm within the limit; unless it names a batch in doubt, the row is not stored later
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

  /** Lets a row wait for the next statement. */
  WaitingRow add(JournalRow row) {
    WaitingRow waitingRow = new WaitingRow(row);
    waiting.add(waitingRow);
    return waitingRow;
  }

  /** Takes no more and writes what waits, unless the database does not answer. */
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
      LOG.warn("journal: notifications that nobody waits for any longer were given up");
    }
  }

  private void write(List<WaitingRow> batch) {
    try {
      flush.write(batch);
    } catch (RuntimeException e) { // whatever it is, the next batch has to be written
      LOG.error("journal: notifications could not be stored, was {}", e.getClass().getName());
      fail(batch, e);
    }
  }

  private static void fail(List<WaitingRow> batch, RuntimeException failure) {
    for (WaitingRow row : batch) {
      row.fail(new JournalUnavailable("internal error", failure, row.abandon()));
    }
  }
}
