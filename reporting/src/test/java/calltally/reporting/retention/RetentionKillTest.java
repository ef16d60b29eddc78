package calltally.reporting.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.reporting.call.TestJournal;
import calltally.sql.ReusedSessions;
import calltally.sql.embedded.EmbeddedCluster;
import calltally.sql.retention.CustomerRecords;
import calltally.sql.retention.RetentionRun;
import calltally.sql.testing.Eventually;
import calltally.sql.testing.MigratedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** kill -9 of a durable PostgreSQL during retention and erasure, at moments fixed by a lock. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RetentionKillTest {

  private static final String NUMBER = "+375290001111";

  private static final String WAITING =
      """
      select pid
      from pg_stat_activity
      where datname = current_database()
          and pid <> pg_backend_pid()
          and (wait_event_type = 'Lock' or wait_event = 'PgSleep')
      """;

  private static final String KEPT =
      """
      select n.pbx_id, n.event, n.caller, n.fields
      from journal.notification as n
      order by n.id
      """;

  @TempDir private static Path folder;

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private EmbeddedCluster cluster;

  /** What is interrupted when most of it is done, and how its completion shows in the end. */
  enum Moment {
    MONTHS_ABOUT_TO_GO(
        "1, null, null, null", "lock table journal.notification in access share mode"),
    NUMBERS_REPLACED_IN_THE_JOURNAL(
        "null, null, null, 30", "lock table calls.missed_call in share mode"),
    CALLS_ABOUT_TO_GO("null, 1, null, null", "lock table calls.missed_call in share mode"),
    CUSTOMER_ERASED_IN_THE_JOURNAL(
        "null, null, null, null", "lock table calls.missed_call in share mode");

    private final String retention;
    private final String lock;

    Moment(String retention, String lock) {
      this.retention = retention;
      this.lock = lock;
    }
  }

  @BeforeAll
  void open() throws IOException {
    Path data = folder.resolve("data");
    MigratedFolder.copyTo(data);
    cluster = EmbeddedCluster.open(data);
  }

  @AfterAll
  void close() {
    thread.shutdownNow();
    cluster.close();
  }

  /** Half of them, or all with {@code -Dkill.everywhere=true}. */
  static Stream<Moment> moments() {
    return Boolean.getBoolean("kill.everywhere")
        ? Arrays.stream(Moment.values())
        : Stream.of(Moment.MONTHS_ABOUT_TO_GO, Moment.CUSTOMER_ERASED_IN_THE_JOURNAL);
  }

  @ParameterizedTest
  @MethodSource("moments")
  void an_interrupted_step_changes_nothing_and_the_next_attempt_completes_it(Moment moment)
      throws Exception {
    TestJournal journal = begin(moment);
    String kept = journal.rows(KEPT);
    String derived = journal.derived();
    Connection holder = holding(moment.lock, journal.owner());
    Future<?> working = thread.submit(() -> work(moment, journal));
    awaitWaiting(journal);
    killPostgresql();
    assertThatThrownBy(working::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(DataAccessException.class);
    assertThatThrownBy(holder::rollback).isInstanceOf(SQLException.class);
    cluster.ensureRunning();

    assertThat(journal.rows(KEPT)).isEqualTo(kept).contains(NUMBER);
    assertThat(journal.derived()).isEqualTo(derived);
    assertThat(journal.rows("select * from journal.deletion_log")).isEmpty();
    assertThat(journal.rows("select * from journal.horizon")).isEmpty();

    work(moment, journal);

    assertThat(moment == Moment.CALLS_ABOUT_TO_GO ? journal.derived() : journal.rows(KEPT))
        .doesNotContain(NUMBER);
    assertThat(journal.rows("select count(*) from journal.deletion_log")).isEqualTo("1");
    journal.refresh().run();
    String done = journal.derived();
    journal.refresh().rebuild();
    assertThat(journal.derived()).isEqualTo(done);
  }

  /** A database of its own with a missed call of half a year ago. */
  private TestJournal begin(Moment moment) {
    String name = moment.name().toLowerCase(Locale.ROOT);
    DSL.using(connections(), SQLDialect.POSTGRES)
        .execute(
            "create database %s template %s owner %s"
                .formatted(name, connections().getDatabaseName(), cluster.owner().user()));
    ReusedSessions database = configured(new ReusedSessions());
    database.setDatabaseName(name);
    TestJournal journal = TestJournal.in(database, "Europe/Minsk");
    LocalDateTime then =
        LocalDateTime.now(ZoneOffset.UTC).minusMonths(6).truncatedTo(ChronoUnit.MINUTES);
    journal.receive(
        "1",
        """
        start | %s:01 | +375290001111 | SALES
        end   | %s:21 | +375290001111 | SALES | missed
        """
            .formatted(then, then));
    journal.sql().execute("insert into config.retention values (1, " + moment.retention + ")");
    journal.refresh().run();
    return journal;
  }

  private static void work(Moment moment, TestJournal journal) {
    if (moment == Moment.CUSTOMER_ERASED_IN_THE_JOURNAL) {
      new CustomerRecords(journal.owner(), journal.sourceId(), NUMBER).erase();
    } else {
      new RetentionRun(journal.owner()).run(Instant.now());
    }
  }

  private PGSimpleDataSource connections() {
    return configured(new PGSimpleDataSource());
  }

  private <D extends PGSimpleDataSource> D configured(D connections) {
    connections.setUrl(cluster.address().url());
    connections.setUser(cluster.address().user());
    connections.setPassword(cluster.address().password());
    return connections;
  }

  private void killPostgresql() throws IOException, InterruptedException {
    Path description = folder.resolve("data/postgresql/cluster/postmaster.pid");
    long pid = Long.parseLong(Files.readAllLines(description).get(0).strip());
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    server.destroyForcibly();
    server.onExit().join();
  }

  /** Opens a connection whose transaction holds a lock. */
  private static Connection holding(String lock, DataSource database) throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    DSL.using(connection).execute(lock);
    return connection;
  }

  /** Asks the database until a session waits for the lock. */
  private static void awaitWaiting(TestJournal journal) {
    Eventually.until(() -> journal.sql().fetch(WAITING).isNotEmpty());
  }
}
