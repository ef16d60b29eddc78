package calltally.sql.testing;

import calltally.sql.DatabaseAddress;
import calltally.sql.DatabaseRole;
import calltally.sql.ReusedSessions;
import calltally.sql.Schema;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A separate database with the newest schema, on a real PostgreSQL shared by all tests of the JVM.
 *
 * <p>Migrated once; every further database is a copy. Durability is off: crash safety is tested on
 * {@code EmbeddedCluster}.
 */
public final class TestDatabase implements AutoCloseable {

  private static final String TEMPLATE = "migrated";

  /** {@code discard all} without {@code discard plans}: to plan again costs most of a statement. */
  private static final String RESET =
      "close all; set session authorization default; reset all; deallocate all; unlisten *;"
          + " select pg_advisory_unlock_all(); discard temp; discard sequences";

  /** They may call pg_advisory_unlock_all. */
  private static final Set<DatabaseRole> MAY_LOCK =
      EnumSet.of(DatabaseRole.INGEST, DatabaseRole.REFRESH, DatabaseRole.REPORT);

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String name;
  private final Map<String, ReusedSessions> sessions = new HashMap<>();
  private @Nullable HikariDataSource pool;

  private TestDatabase(String name) {
    this.name = name;
  }

  /** Creates a database for the caller alone. */
  public static TestDatabase create() {
    String name = "test_" + NUMBER.incrementAndGet();
    Server.execute("create database " + name + " template " + TEMPLATE + " strategy file_copy");
    return new TestDatabase(name);
  }

  /**
   * Connections as the owner of the schema, a superuser; each is like new. The sessions are used
   * again, since a new one reads the whole catalog.
   */
  public DataSource owner() {
    return sessions("", () -> new ReusedSessions(RESET));
  }

  /** Connections that may do what a role may. */
  public DataSource as(DatabaseRole role) {
    return as(role, "");
  }

  /**
   * The same with settings.
   *
   * @param settings as libpq's options have them: {@code -c statement_timeout=100}
   */
  public DataSource as(DatabaseRole role, String settings) {
    return sessions(
        "-c role=" + role.sqlName() + " " + settings,
        () -> MAY_LOCK.contains(role) ? new ReusedSessions(RESET) : new ReusedSessions());
  }

  private synchronized ReusedSessions sessions(
      String options, Supplier<ReusedSessions> newSessions) {
    return sessions.computeIfAbsent(
        options,
        given -> {
          ReusedSessions source = Server.configure(newSessions.get(), name);
          source.setOptions(given);
          return source;
        });
  }

  /** Pooled connections as the owner, as a service has them. */
  public synchronized DataSource pool() {
    if (pool == null) {
      HikariConfig config = new HikariConfig();
      config.setDataSource(owner());
      config.setMinimumIdle(0);
      config.setMaximumPoolSize(20);
      pool = new HikariDataSource(config);
    }
    return pool;
  }

  /** The address behind {@link #owner()}. */
  public DatabaseAddress address() {
    return new DatabaseAddress(Server.POSTGRES.getJdbcUrl("postgres", name), "postgres", "");
  }

  /** Drops the database, even while connections to it are open. */
  @Override
  public synchronized void close() {
    if (pool != null) {
      pool.close();
    }
    sessions.values().forEach(ReusedSessions::close);
    Server.execute("drop database " + name + " with (force)");
  }

  private static final class Server {

    static final EmbeddedPostgres POSTGRES = copy();
    static final ReusedSessions SESSIONS = configure(new ReusedSessions(RESET), "postgres");

    private static EmbeddedPostgres copy() {
      try {
        Path data = TestFolders.create("calltally-postgresql-");
        OncePerBuild.copy(OncePerBuild.folder("server", Server::migrate), data);
        EmbeddedPostgres postgres = start(data);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(postgres, data)));
        writeRelationCache(postgres);
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    /** The first session of a database writes a file that spares the others work; copies get it. */
    private static void writeRelationCache(EmbeddedPostgres postgres) throws SQLException {
      postgres.getDatabase("postgres", TEMPLATE).getConnection().close();
    }

    private static void migrate(Path data) throws IOException {
      try (EmbeddedPostgres postgres = start(data);
          Connection connection = postgres.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + TEMPLATE);
        Schema.migrate(postgres.getDatabase("postgres", TEMPLATE));
        createMonthsOfTests(postgres);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    /** On whichever day they run. */
    private static void createMonthsOfTests(EmbeddedPostgres postgres) throws SQLException {
      try (Connection connection = postgres.getDatabase("postgres", TEMPLATE).getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("select journal.create_partitions_around(date '2026-11-20')");
      }
    }

    private static EmbeddedPostgres start(Path data) throws IOException {
      return EmbeddedPostgres.builder()
          .setDataDirectory(data)
          .setCleanDataDirectory(false)
          .setRegisterShutdownHook(false)
          .setPGStartupWait(Duration.ofSeconds(60))
          .setServerConfig("timezone", "UTC")
          // A refresh must wait for its transactions.
          .setServerConfig("autovacuum", "off")
          // Nothing is recovered or replicated.
          .setServerConfig("full_page_writes", "off")
          .setServerConfig("wal_level", "minimal")
          .setServerConfig("max_wal_senders", "0")
          .start();
    }

    private static void remove(EmbeddedPostgres postgres, Path data) {
      try {
        postgres.close();
        TestFolders.remove(data);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static <D extends PGSimpleDataSource> D configure(D dataSource, String database) {
      dataSource.setUrl(POSTGRES.getJdbcUrl("postgres", database));
      dataSource.setUser("postgres");
      return dataSource;
    }

    static void execute(String sql) {
      try (Connection connection = SESSIONS.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
