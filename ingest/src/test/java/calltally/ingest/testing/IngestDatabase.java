package calltally.ingest.testing;

import calltally.ingest.receiver.Network;
import calltally.ingest.receiver.ReceiverSettings;
import calltally.ingest.spool.SpoolSettings;
import calltally.sql.settings.TokenDigest;
import calltally.sql.testing.Eventually;
import calltally.sql.testing.TestDatabase;
import calltally.sql.testing.TestFolders;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A database with the source "main", Europe/Minsk, whose token is {@link #TOKEN}. */
public final class IngestDatabase implements AutoCloseable {

  public static final String TOKEN = "correct-horse-battery-staple";
  private static final String ADD_SOURCE =
      "insert into config.source (name, zone, region) values ('main', 'Europe/Minsk', 'BY')";

  private static final String BLOCKED_STATEMENTS =
      """
      select count(*)
      from pg_locks as l
      join pg_database as d on d.oid = l.database
      where not l.granted and d.datname = current_database()
      """;

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.owner(), SQLDialect.POSTGRES);
  private final HikariDataSource pool;
  private final Path folder = temporaryFolder();
  private boolean gone;

  public IngestDatabase() {
    sql.execute(ADD_SOURCE);
    addToken(TOKEN);
    pool = pool();
  }

  /** Connections with the rights of the ingest role. */
  public DataSource ingest() {
    return pool;
  }

  /** Connections with the rights of the owner. */
  public DataSource owner() {
    return database.owner();
  }

  /** Settings with any free port, and a spool next to the database. */
  public ReceiverSettings receiver() {
    return receiver(List.of(), Network.LOOPBACK);
  }

  /** The same settings, behind proxies, with these readers of metrics. */
  public ReceiverSettings receiver(List<Network> proxies, List<Network> metricsReaders) {
    return new ReceiverSettings(
        "127.0.0.1",
        0,
        10_000,
        proxies,
        metricsReaders,
        new SpoolSettings(folder, 4 << 20),
        List.of());
  }

  /** The spool's folder. */
  public Path spool() {
    return folder;
  }

  /** Statements with the rights of the owner. */
  public DSLContext sql() {
    return sql;
  }

  public void addToken(String token) {
    sql.execute(
        "insert into config.source_token (source_id, digest) values (1, decode(?, 'hex'))",
        TokenDigest.of(token).hex());
  }

  /** Makes PostgreSQL refuse notifications of this event. */
  public void refuseEvent(String event) {
    sql.execute(
        "alter table journal.notification add constraint event_is_refused check (event <> '%s')"
            .formatted(event));
  }

  /** The first row of a query, as PostgreSQL writes it; empty when there is none. */
  public List<@Nullable String> row(String query) {
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<@Nullable String> row = new ArrayList<>();
      int columns = rows.next() ? rows.getMetaData().getColumnCount() : 0;
      for (int column = 1; column <= columns; column++) {
        row.add(rows.getString(column));
      }
      return row;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public long count(String table) {
    return sql.fetchCount(DSL.table(table));
  }

  /** Runs a statement with the rights of the ingest role. */
  public void asIngest(String statement) {
    DSL.using(pool, SQLDialect.POSTGRES).execute(statement);
  }

  /** Runs the steps while the table is locked against reading and writing. */
  public void whileLocked(String table, Steps steps) throws Exception {
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table " + table + " in access exclusive mode");
      steps.run();
      connection.rollback();
    }
  }

  /** Waits until a statement is blocked by a locked table. */
  public void awaitBlockedStatement() {
    Eventually.until(() -> !row(BLOCKED_STATEMENTS).contains("0"));
  }

  /** Waits until the query returns exactly this row. */
  public void awaitRow(String query, String... expected) {
    Eventually.until(() -> row(query).equals(List.of(expected)));
  }

  /** Steps of a test. */
  @FunctionalInterface
  public interface Steps {

    void run() throws Exception;
  }

  /** Drops the database while it is in use. */
  public void goAway() {
    gone = true;
    database.close();
  }

  @Override
  public void close() {
    pool.close();
    if (!gone) {
      database.close();
    }
    deleteFolder();
  }

  private static Path temporaryFolder() {
    try {
      return TestFolders.create("calltally-spool");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void deleteFolder() {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setDataSource(database.owner());
    config.setConnectionInitSql("set role calltally_ingest");
    config.setMaximumPoolSize(4);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(500);
    config.setValidationTimeout(250);
    return new HikariDataSource(config);
  }
}
