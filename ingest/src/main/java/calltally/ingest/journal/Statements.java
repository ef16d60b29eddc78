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

/** Runs statements, each for as long as somebody wants to wait for it. */
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
   * What the statement returns.
   *
   * @throws JournalUnavailable when the database did not confirm within the limit
   * @throws UnstorableRow when the database refuses what it is given
   * @throws BatchOutOfOrder when it has taken a later batch of the same writer
   */
  <T> T within(Duration limit, Callable<T> statement) {
    try {
      T result = threads.submit(statement).get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (available.compareAndSet(false, true)) {
        LOG.info("journal: available again");
      }
      return result;
    } catch (RejectedExecutionException e) {
      throw unavailable("at most " + MOST + " statements may wait for the database", e);
    } catch (TimeoutException e) {
      throw unavailable("the database has to confirm in time", e);
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
    // The state alone: PostgreSQL's messages may quote what was sent.
    String was = state.isEmpty() ? cause.getClass().getSimpleName() : "SQLSTATE " + state;
    return unavailable("the database has to accept them, was " + was, failure);
  }

  private JournalUnavailable unavailable(String rule, Exception cause) {
    JournalUnavailable unavailable = new JournalUnavailable(rule, cause);
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
