package calltally.ingest.journal;

import calltally.ingest.metrics.Counters;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores deliveries of many senders, one statement at a time: what arrives while one runs is
 * written by the next. Whoever comes alone does not wait for others.
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
    GroupCommit commit =
        new GroupCommit(new WaitingRows(queue), new Flush(journal, LIMIT, counters));
    commit.writer.setDaemon(true);
    commit.writer.start();
    return commit;
  }

  /**
   * Stores a delivery and returns when it is committed.
   *
   * @throws JournalUnavailable when too much waits already or the database did not confirm within
   *     the limit; the delivery may be stored later
   * @throws RowRefused when the database refuses it
   */
  public Outcome store(Delivery delivery, Duration limit) {
    return add(delivery).await(limit);
  }

  /** Lets a delivery wait for the next statement. */
  WaitingRow add(Delivery delivery) {
    WaitingRow row = WaitingRow.of(delivery);
    waiting.add(row);
    return row;
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
      Flush.fail(batch, new JournalUnavailable("the program has to be free of errors", e));
    }
  }
}
