package calltally.app.database;

import calltally.sql.DatabaseAddress;
import calltally.sql.DatabaseRole;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Properties;

/** Connections of the page: it answers its readers within seconds, or not at all. */
public final class PagePool {

  private static final int FOR_FIGURES = 4;
  private static final int FOR_SESSIONS = 2;
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration STATEMENT = Duration.ofSeconds(3);

  private static final String LIMITS =
      "-c statement_timeout=%d -c lock_timeout=%d -c idle_in_transaction_session_timeout=%d"
          .formatted(
              STATEMENT.toMillis(), STATEMENT.toMillis(), STATEMENT.multipliedBy(3).toMillis());

  /** The driver alone would make only transactions read-only, and no single statements. */
  private static final String READ_ONLY = " -c default_transaction_read_only=on";

  private static final String PLANNED_ONCE = " -c plan_cache_mode=force_generic_plan";

  private PagePool() {}

  /** Read-only connections for figures. */
  public static HikariDataSource forFigures(CallDatabase database) {
    HikariDataSource pool = of(database.login(DatabaseRole.REPORT), DatabaseRole.REPORT);
    pool.addDataSourceProperty("options", LIMITS + READ_ONLY + PLANNED_ONCE);
    pool.setMaximumPoolSize(FOR_FIGURES);
    pool.setReadOnly(true);
    return pool;
  }

  /** Connections that can write sessions, and nothing else. */
  public static HikariDataSource forSessions(CallDatabase database) {
    HikariDataSource pool = of(database.login(DatabaseRole.WEB), DatabaseRole.WEB);
    pool.setMaximumPoolSize(FOR_SESSIONS);
    return pool;
  }

  /** The database need not be running yet. */
  private static HikariDataSource of(DatabaseAddress login, DatabaseRole role) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("page " + role.sqlName());
    pool.setInitializationFailTimeout(-1);
    pool.setMinimumIdle(1);
    pool.setJdbcUrl(login.url());
    pool.setUsername(login.user());
    pool.setPassword(login.password());
    pool.setConnectionTimeout(CONNECT.toMillis());
    pool.setConnectionInitSql("set role " + role.sqlName());
    pool.setDataSourceProperties(driver());
    return pool;
  }

  private static Properties driver() {
    Properties driver = new Properties();
    driver.setProperty("ApplicationName", "calltally page");
    driver.setProperty("connectTimeout", String.valueOf(CONNECT.toSeconds()));
    driver.setProperty("socketTimeout", String.valueOf(STATEMENT.plusSeconds(1).toSeconds()));
    // Planning a statement takes as long as it does: each is planned once on a connection.
    driver.setProperty("prepareThreshold", "1");
    driver.setProperty("options", LIMITS);
    return driver;
  }
}
