package calltally.ingest.journal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs statements, each with a limit on how long its caller waits. */
final class Statements {

  private static final Logger LOG = LoggerFactory.getLogger(Statements.class);
  private static final int MOST = 32;

  private final ExecutorService threads;
  private final AtomicBoolean available = new AtomicBoolean(true);

  Statements(CamelContext context) {
    threads =
        context
            .getExecutorServiceManager()
            .newThreadPool(
                this,
                "journal",
                new ThreadPoolProfileBuilder("journal")
                    .poolSize(1)
                    .maxPoolSize(MOST)
                    .maxQueueSize(0)
                    .rejectedPolicy(ThreadPoolRejectedPolicy.Abort)
                    .build());
  }

  /**
   * The result of the statement.
   *
   * @throws JournalUnavailable when the database did not confirm within the limit
   * @throws UnstorableRow when the database refuses a row
   * @throws BatchOutOfOrder when it has stored a later batch of the same writer
   */
  <T> T within(Duration limit, Callable<T> statement) {
    try {
      T result = threads.submit(statement).get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (available.compareAndSet(false, true)) {
        LOG.info("journal: available again");
      }
      return result;
    } catch (RejectedExecutionException e) {
      throw unavailable(MOST + " statements are already waiting for the database", e);
    } catch (TimeoutException e) {
      throw unavailable("the database did not confirm in time", e);
    } catch (ExecutionException e) {
      throw failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("the program is stopping", e);
    }
  }

  private RuntimeException failed(ExecutionException failure) {
    Throwable cause = cause(failure);
    String state = cause instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
    if (BatchOutOfOrder.STATE.equals(state)) {
      return new BatchOutOfOrder(failure);
    }
    if (UnstorableRow.isMeantBy(state)) {
      return new UnstorableRow(state, failure);
    }
    if (JournalUnavailable.READ_ONLY.equals(state)) {
      return logged(JournalUnavailable.readOnly(failure));
    }
    // Only the state: PostgreSQL's messages may quote the request.
    String was = state.isEmpty() ? cause.getClass().getSimpleName() : "SQLSTATE " + state;
    return unavailable("the database failed (was " + was + ")", failure);
  }

  private JournalUnavailable unavailable(String rule, Exception cause) {
    return logged(new JournalUnavailable(rule, cause));
  }

  private JournalUnavailable logged(JournalUnavailable unavailable) {
    if (available.compareAndSet(true, false)) {
      LOG.warn("journal: {}", unavailable.getMessage());
    }
    return unavailable;
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof SQLException)) {
      cause = cause.getCause();
    }
    return cause;
  }
}
