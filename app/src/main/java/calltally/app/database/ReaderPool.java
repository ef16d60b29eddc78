package calltally.app.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/**
 * Read-only connections for many short statements in a row: each would open a session of its own,
 * which takes longer than the statement.
 */
public final class ReaderPool {

  /** Some read a result while they ask for more. */
  private static final int CONNECTIONS = 4;

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private ReaderPool() {}

  /** Connections of the role that owns the schema. */
  public static HikariDataSource of(CallDatabase database) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("reader");
    pool.setInitializationFailTimeout(-1);
    pool.setMinimumIdle(0);
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setConnectionTimeout(CONNECT.toMillis());
    pool.setReadOnly(true);
    pool.setDataSource(database.reader());
    return pool;
  }
}
