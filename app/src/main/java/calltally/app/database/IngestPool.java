package calltally.app.database;

import calltally.sql.DatabaseAddress;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;

/**
 * Connections that may add to the journal and do nothing else. They give up soon: the sender waits
 * two seconds. Nobody gets one before the schema is what this program needs.
 */
public final class IngestPool extends HikariDataSource {

  private static final int CONNECTIONS = 4;
  private static final Duration CONNECT = Duration.ofMillis(700);
  private static final Duration STATEMENT = Duration.ofSeconds(5);
  private static final Duration IDLE_IN_TRANSACTION = Duration.ofSeconds(10);

  private volatile boolean isOpen;

  private IngestPool() {}

  /** Closed as yet; the database need not be there. */
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
    driver().forEach(pool::addDataSourceProperty);
    return pool;
  }

  /** Of a database that is prepared. */
  public static IngestPool open(DatabaseAddress address) {
    IngestPool pool = of(address);
    pool.open();
    return pool;
  }

  /** Gives out connections from now on. */
  public void open() {
    isOpen = true;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (!isOpen) {
      throw new SQLTransientConnectionException(
          "connection could not be had: the database has to be prepared first", "08001");
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
