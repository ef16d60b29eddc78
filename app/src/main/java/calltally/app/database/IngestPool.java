package calltally.app.database;

import calltally.sql.DatabaseAddress;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * Connections that may only append to the journal. They time out early, as the sender waits only
 * two seconds; none is given out before the schema is migrated.
 */
public final class IngestPool extends HikariDataSource {

  private static final int CONNECTIONS = 4;
  private static final Duration CONNECT = Duration.ofMillis(700);
  private static final Duration STATEMENT = Duration.ofSeconds(5);
  private static final Duration IDLE_IN_TRANSACTION = Duration.ofSeconds(10);

  private static final String NOT_CONNECTED = "08001";

  private volatile boolean isOpen;
  private volatile String stateUntilOpen = NOT_CONNECTED;

  private IngestPool() {}

  /** Creates a pool that gives out no connections yet; the database need not be running. */
  public static IngestPool of(DatabaseAddress address) {
    IngestPool pool = new IngestPool();
    pool.setInitializationFailTimeout(-1);
    pool.setPoolName("ingest");
    pool.setJdbcUrl(address.url());
    pool.setUsername(address.user());
    pool.setPassword(address.password());
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setConnectionTimeout(CONNECT.toMillis());
    pool.setConnectionInitSql("set role calltally_ingest");
    pool.setExceptionOverride(new ReadOnlyEviction());
    driver().forEach(pool::addDataSourceProperty);
    return pool;
  }

  /** Creates a pool for a database whose schema is migrated. */
  public static IngestPool open(DatabaseAddress address) {
    IngestPool pool = of(address);
    pool.open();
    return pool;
  }

  /** Gives out connections from now on. */
  public void open() {
    isOpen = true;
  }

  /** Remembers why the database could not be prepared, as the reason to give out no connections. */
  public void explain(SQLException failure) {
    stateUntilOpen = Objects.requireNonNullElse(failure.getSQLState(), NOT_CONNECTED);
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (!isOpen) {
      throw new SQLTransientConnectionException(
          "cannot connect: the schema must be migrated first", stateUntilOpen);
    }
    return super.getConnection();
  }

  private static Map<String, String> driver() {
    return Map.of(
        "ApplicationName",
        "calltally ingest",
        "connectTimeout",
        "1",
        "socketTimeout",
        String.valueOf(STATEMENT.plusSeconds(1).toSeconds()),
        "options",
        "-c statement_timeout=%d -c lock_timeout=%d -c idle_in_transaction_session_timeout=%d"
            .formatted(STATEMENT.toMillis(), STATEMENT.toMillis(), IDLE_IN_TRANSACTION.toMillis()));
  }
}
