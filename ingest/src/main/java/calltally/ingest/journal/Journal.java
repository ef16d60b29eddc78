package calltally.ingest.journal;

import calltally.sql.jooq.journal.Routines;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ShutdownStrategy;
import org.jooq.Configuration;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * The journal as those see it who write to it.
 *
 * <p>Every call ends within the limit it is given, also when the database neither answers nor
 * refuses: the statement is then left to the time-outs of its connection.
 */
public final class Journal implements AutoCloseable {

  static final String DATABASE = "ingest";

  /** Nobody waits any longer for what is still under way at the end. */
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
   * Opens the ways into the journal; the database need not be there.
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
   * Stores the rows, all or none, and returns when that is committed.
   *
   * @return one outcome for each row, in their order
   * @throws JournalUnavailable when the database did not confirm within the limit
   * @throws RowRefused when the database refuses at least one of them
   */
  public List<Outcome> append(List<Row> rows, Duration limit) {
    return append(new AppendRoute.Rows(rows, null), limit);
  }

  /**
   * Like {@link #append(List, Duration)}, at most once for each ticket.
   *
   * @throws TicketRefused when the ticket does not follow the last batch of its writer; nothing was
   *     stored by it
   */
  public List<Outcome> append(List<Row> rows, Ticket ticket, Duration limit) {
    return append(new AppendRoute.Rows(rows, ticket), limit);
  }

  /**
   * Stores entries as they come, all or none, and returns when that is committed.
   *
   * @return one outcome for each, in their order
   * @throws JournalUnavailable when the database did not confirm within the limit
   * @throws RowRefused when the database refuses at least one of them
   * @throws TicketRefused when its ticket does not follow the last batch of its writer; nothing was
   *     stored by it
   */
  List<Outcome> append(Batch batch, Duration limit) {
    List<?> deliveries =
        statements.within(
            limit, () -> routes.requestBody(AppendColumnsRoute.START, batch, List.class));
    Iterator<?> stored = deliveries.iterator();
    return batch.entries().stream()
        .map(entry -> entry instanceof DeliveryTexts ? outcome(stored.next()) : Outcome.REJECTED)
        .toList();
  }

  /** Whether the batch was stored; when it was not, it never will be. */
  public boolean settle(Ticket ticket, Duration limit) {
    return statements.within(
        limit,
        () -> Boolean.TRUE.equals(Routines.resolveBatch(sql(), ticket.writer(), ticket.batch())));
  }

  /** The last batch of the writer that was stored; 0 for none. */
  public long lastBatch(UUID writer, Duration limit) {
    return statements.within(
        limit, () -> Objects.requireNonNull(Routines.lastBatch(sql(), writer)));
  }

  /** Does everything that storing takes without storing anything, so that the first is fast. */
  public void warmUp() {
    try {
      append(new Batch(List.of(), null), WARM_UP);
    } catch (JournalUnavailable e) {
      // Logged already; whoever comes first will be told.
    }
  }

  /** Whether the database answers within the limit. */
  public boolean answers(Duration limit) {
    try {
      return statements.within(limit, this::isConnected);
    } catch (JournalUnavailable e) {
      return false;
    }
  }

  @Override
  public void close() {
    context.stop();
  }

  private List<Outcome> append(AppendRoute.Rows batch, Duration limit) {
    List<?> deliveries =
        statements.within(limit, () -> routes.requestBody(AppendRoute.START, batch, List.class));
    Iterator<?> stored = deliveries.iterator();
    return batch.rows().stream()
        .map(row -> row.kind() == Row.Kind.DELIVERY ? outcome(stored.next()) : Outcome.REJECTED)
        .toList();
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
    context.addRoutes(new AppendColumnsRoute());
    context.start();
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
}
