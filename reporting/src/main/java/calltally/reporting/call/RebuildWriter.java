package calltally.reporting.call;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Fills the tables of a rebuild on its own thread: calls and attempts in one transaction, while the
 * journal is still being read; then what is derived from them.
 */
final class RebuildWriter implements CopySink, AutoCloseable {

  /** Together with the two being filled, these batches are all that a rebuild holds in memory. */
  private static final int BATCHES_WAITING = 3;

  private static final int MILLISECONDS_A_TRY = 100;

  private final BlockingQueue<Optional<Batch>> waiting = new ArrayBlockingQueue<>(BATCHES_WAITING);
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "rebuild"));
  private final RebuildProgress progress;
  private final Future<Written> written;
  private volatile long notifications;

  RebuildWriter(DataSource database, RebuildProgress progress) {
    this.progress = progress;
    this.written = thread.submit(() -> write(database));
  }

  /** The number of notifications in the journal; 0 while they are being counted. */
  long notifications() {
    return notifications;
  }

  @Override
  public void send(CopyTarget target, CopyRows rows) {
    put(Optional.of(new Batch(target, rows)));
  }

  /** Waits until all tables are filled and committed. */
  Written finish() {
    put(Optional.empty());
    return result();
  }

  /** Ends the thread; what was not finished is rolled back, or is dropped by the next rebuild. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      while (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
        Thread.onSpinWait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Written write(DataSource database) {
    DSLContext sql = DSL.using(database, SQLDialect.POSTGRES);
    Written copied = sql.transactionResult(this::copy);
    new RebuildSteps(sql, progress).run();
    return copied;
  }

  private Written copy(Configuration transaction) throws InterruptedException {
    RebuiltTables tables = RebuiltTables.create(transaction);
    notifications = tables.countNotifications();
    int days = tables.markDays();
    CopyStatements copy = CopyStatements.intoNewTables(tables.sql());
    for (Optional<Batch> next = waiting.take(); next.isPresent(); next = waiting.take()) {
      copy.send(next.get().target(), next.get().rows());
    }
    tables.carryOver();
    return new Written(notifications, days);
  }

  private void put(Optional<Batch> batch) {
    try {
      while (!waiting.offer(batch, MILLISECONDS_A_TRY, TimeUnit.MILLISECONDS)) {
        if (written.isDone()) {
          Written unused = result();
        }
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private Written result() {
    try {
      return written.get();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      throw new DataAccessException(
          "cannot derive calls: rebuild failed to fill its tables: " + e.getCause(), e.getCause());
    }
  }

  private static IllegalStateException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("cannot derive calls: rebuild was interrupted", cause);
  }

  private record Batch(CopyTarget target, CopyRows rows) {}

  /**
   * What was written.
   *
   * @param notifications in the journal
   * @param days whose statistics were computed
   */
  record Written(long notifications, int days) {}
}
