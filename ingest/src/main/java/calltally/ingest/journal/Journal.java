package calltally.ingest.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal as those see it who write to it.
 *
 * <p>Every call ends within the limit it is given, also when the database neither answers nor
 * refuses: the statement is then left to the time-outs of its connection.
 */
public final class Journal {

  static final String DATABASE = "ingest";

  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final int MOST_STATEMENTS = 32;

  private final DataSource ingest;
  private final ProducerTemplate routes;
  private final ExecutorService statements;
  private final AtomicBoolean available = new AtomicBoolean(true);

  private Journal(CamelContext context, DataSource ingest) {
    this.ingest = ingest;
    routes = context.createProducerTemplate();
    statements =
        context
            .getExecutorServiceManager()
            .newThreadPool(
                this,
                "journal",
                new ThreadPoolProfileBuilder("journal")
                    .poolSize(1)
                    .maxPoolSize(MOST_STATEMENTS)
                    .maxQueueSize(0)
                    .rejectedPolicy(ThreadPoolRejectedPolicy.Abort)
                    .build());
  }

  /**
   * Adds the routes into the journal to a context that has not been started.
   *
   * @param ingest connections in auto-commit mode, of the role calltally_ingest
   */
  public static Journal in(CamelContext context, DataSource ingest) {
    try {
      context.getRegistry().bind(DATABASE, DataSource.class, ingest);
      context.addRoutes(new AppendRoute());
      context.addRoutes(new RefuseRoute());
    } catch (Exception e) { // what Camel declares
      throw new IllegalStateException(e);
    }
    return new Journal(context, ingest);
  }

  /**
   * Stores the deliveries, all or none, and returns when that is committed.
   *
   * @return one outcome for each delivery, in their order
   * @throws JournalUnavailable when the database did not confirm within the limit
   */
  public List<Outcome> append(List<Delivery> deliveries, Duration limit) {
    AppendRoute.Batch batch = new AppendRoute.Batch(deliveries);
    List<?> rows = within(limit, () -> routes.requestBody(AppendRoute.START, batch, List.class));
    return rows.stream().map(Journal::outcome).toList();
  }

  /**
   * Keeps a refusal, within the bounds of its source and day.
   *
   * @throws JournalUnavailable when the database did not confirm within the limit
   */
  public void refuse(Refusal refusal, Duration limit) {
    within(limit, () -> routes.requestBody(RefuseRoute.START, refusal));
  }

  /** Whether the database answers within the limit. */
  public boolean answers(Duration limit) {
    try {
      return within(limit, this::isConnected);
    } catch (JournalUnavailable e) {
      return false;
    }
  }

  private boolean isConnected() throws SQLException {
    try (Connection connection = ingest.getConnection()) {
      return connection.isValid(1);
    }
  }

  private static Outcome outcome(Object row) {
    return Boolean.TRUE.equals(((Map<?, ?>) row).get("stored"))
        ? Outcome.STORED
        : Outcome.DUPLICATE;
  }

  private <T> T within(Duration limit, Callable<T> statement) {
    try {
      T result = statements.submit(statement).get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (available.compareAndSet(false, true)) {
        LOG.info("journal: available again");
      }
      return result;
    } catch (RejectedExecutionException e) {
      throw unavailable("at most " + MOST_STATEMENTS + " statements may wait for the database", e);
    } catch (TimeoutException e) {
      throw unavailable("the database has to confirm in time", e);
    } catch (ExecutionException e) {
      throw unavailable("the database has to accept them, was " + cause(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("the program is stopping", e);
    }
  }

  private JournalUnavailable unavailable(String rule, Exception cause) {
    JournalUnavailable unavailable = new JournalUnavailable(rule, cause);
    if (available.compareAndSet(true, false)) {
      LOG.warn("journal: {}", unavailable.getMessage());
    }
    return unavailable;
  }

  /** The state alone: PostgreSQL's messages may quote what was sent. */
  private static String cause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof SQLException)) {
      cause = cause.getCause();
    }
    return cause instanceof SQLException sql
        ? "SQLSTATE " + sql.getSQLState()
        : cause.getClass().getSimpleName();
  }
}
