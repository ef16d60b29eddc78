package calltally.ingest.journal;

import calltally.sql.jooq.journal.Routines;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ShutdownStrategy;
import org.jooq.Configuration;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * The journal, as seen by its writers.
 *
 * <p>Every call returns within the limit it is given, even when the database neither answers nor
 * refuses: the statement is then left to the timeouts of its connection.
 */
public final class Journal implements AutoCloseable {

  static final String DATABASE = "ingest";

  /** At the end nobody waits any more for statements under way. */
  private static final long MILLIS_TO_STOP = 250;

  private static final Duration WARM_UP = Duration.ofSeconds(5);

  private final CamelContext context = new DefaultCamelContext();
  private final DataSource ingest;
  private final ProducerTemplate routes;
  private final Statements statements;

  private Journal(DataSource ingest) {
    this.ingest = ingest;
    routes = context.createProducerTemplate();
    statements = new Statements(context);
  }

  /**
   * Opens the journal; the database need not be running.
   *
   * @param ingest connections in auto-commit mode, of the role calltally_ingest
   */
  public static Journal open(DataSource ingest) {
    Journal journal = new Journal(ingest);
    try {
      journal.start();
    } catch (Exception e) { // what Camel declares
      journal.close();
      throw new IllegalStateException(e);
    }
    return journal;
  }

  /**
   * Stores the rows, all or none, and returns when they are committed.
   *
   * @return one result per row, in the order of the rows
   * @throws JournalUnavailable when the database did not confirm within the limit
   * @throws UnstorableRow when the database refuses at least one of them
   * @throws BatchOutOfOrder when the batch does not follow its writer's last one; none of it was
   *     stored
   */
  public List<StorageResult> append(Batch batch, Duration limit) {
    List<?> duplicates =
        statements.within(limit, () -> routes.requestBody(AppendRoute.START, batch, List.class));
    return batch.results(
        duplicates.stream()
            .map(row -> (Integer) ((Map<?, ?>) row).get("ordinal"))
            .collect(Collectors.toSet()));
  }

  /** Whether the batch was stored; if not, it never will be. */
  public boolean resolve(BatchId batch, Duration limit) {
    return statements.within(
        limit,
        () -> Boolean.TRUE.equals(Routines.resolveBatch(sql(), batch.writer(), batch.batch())));
  }

  /** The writer's last stored batch; 0 for none. */
  public long lastBatch(UUID writer, Duration limit) {
    return statements.within(
        limit, () -> Objects.requireNonNull(Routines.lastBatch(sql(), writer)));
  }

  /** Runs all the code for storing without storing anything, so that the first request is fast. */
  public void warmUp() {
    try {
      append(Batch.of(List.of()), WARM_UP);
    } catch (JournalUnavailable e) {
      // Logged already; the first sender gets an answer nonetheless.
    }
  }

  /** The state of the database, which is away if it does not answer within the limit. */
  public DatabaseState state(Duration limit) {
    try {
      return statements.within(limit, new RequireWritable(ingest)::run);
    } catch (JournalUnavailable e) {
      return e.isReadOnly() ? DatabaseState.READ_ONLY : DatabaseState.AWAY;
    }
  }

  @Override
  public void close() {
    context.stop();
  }

  private Configuration sql() {
    return DSL.using(ingest, SQLDialect.POSTGRES).configuration();
  }

  private void start() throws Exception {
    context.getRegistry().bind(DATABASE, DataSource.class, ingest);
    ShutdownStrategy stop = context.getShutdownStrategy();
    stop.setTimeUnit(TimeUnit.MILLISECONDS);
    stop.setTimeout(MILLIS_TO_STOP);
    stop.setSuppressLoggingOnTimeout(true);
    stop.setLogInflightExchangesOnTimeout(false);
    context.getExecutorServiceManager().setShutdownAwaitTermination(MILLIS_TO_STOP);
    context.addRoutes(new AppendRoute());
    context.start();
  }
}
