package calltally.app;

import calltally.sql.DatabaseAddress;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;

/**
 * Connections that may add to the journal and do nothing else. They give up soon: the sender waits
 * two seconds.
 */
final class IngestPool {

  private static final int CONNECTIONS = 4;
  private static final Duration CONNECT = Duration.ofMillis(700);
  private static final Duration STATEMENT = Duration.ofSeconds(5);
  private static final Duration IDLE_IN_TRANSACTION = Duration.ofSeconds(10);

  private IngestPool() {}

  static HikariDataSource open(DatabaseAddress address) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("ingest");
    pool.setJdbcUrl(address.url());
    pool.setUsername(address.user());
    pool.setPassword(address.password());
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setConnectionTimeout(CONNECT.toMillis());
    pool.setConnectionInitSql("set role calltally_ingest");
    driver().forEach(pool::addDataSourceProperty);
    return new HikariDataSource(pool);
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
