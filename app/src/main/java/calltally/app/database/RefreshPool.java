package calltally.app.database;

import calltally.sql.DatabaseAddress;
import calltally.sql.DatabaseRole;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/**
 * Connections that keep the figures up to date. They are kept, because a new one reads the schema
 * and plans each statement again, which takes longer than a refresh.
 */
public final class RefreshPool {

  /** Its own, and the one that outlives its failure. */
  private static final int A_REFRESH = 2;

  /** A rebuild, the retention, metrics. */
  private static final int REST = 8;

  private static final Duration CONNECT = Duration.ofSeconds(10);

  private RefreshPool() {}

  /**
   * The database need not be running yet.
   *
   * @param refreshes how many run at the same time
   */
  public static HikariDataSource of(CallDatabase database, int refreshes) {
    DatabaseAddress login = database.login(DatabaseRole.REFRESH);
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("refresh");
    pool.setInitializationFailTimeout(-1);
    pool.setMinimumIdle(1);
    pool.setMaximumPoolSize(A_REFRESH * refreshes + REST);
    pool.setJdbcUrl(login.url());
    pool.setUsername(login.user());
    pool.setPassword(login.password());
    pool.setConnectionTimeout(CONNECT.toMillis());
    pool.setConnectionInitSql("set role " + DatabaseRole.REFRESH.sqlName());
    pool.setExceptionOverride(new ReadOnlyEviction());
    pool.addDataSourceProperty("ApplicationName", "calltally");
    // A slice must not wait for a service whose machine is gone.
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    pool.addDataSourceProperty(
        "options",
        "-c tcp_keepalives_idle=2 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=3");
    pool.addDataSourceProperty("connectTimeout", String.valueOf(CONNECT.toSeconds()));
    return pool;
  }
}
