package calltally.reporting.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.reporting.call.RefreshingProgram.Order;
import calltally.sql.ReusedSessions;
import calltally.sql.embedded.EmbeddedCluster;
import calltally.sql.testing.Eventually;
import calltally.sql.testing.MigratedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** kill -9 of a refresher and of a durable PostgreSQL, at moments fixed by locks. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RefreshKillTest {

  private static final String RETURNED =
      """
      start        | 06:00:00 | C | SALES
      member start | 06:00:01 | C | A
      member end   | 06:00:21 | C | A     | noanswer
      end          | 06:00:22 | C | SALES | noanswer
      """;

  private static final String WAITING =
      """
      select pid
      from pg_stat_activity
      where datname = current_database()
          and pid <> pg_backend_pid()
          and (wait_event_type = 'Lock' or wait_event = 'PgSleep')
      """;

  @TempDir private static Path folder;

  private final ExecutorService refresher = Executors.newSingleThreadExecutor();
  private EmbeddedCluster cluster;
  private ReusedSessions database;
  private TestJournal journal;
  private int calls;

  /** A moment of a refresh, and the lock that makes the refresh wait there. */
  enum Moment {
    TAKEN_BUT_NOTHING_WRITTEN(Order.REFRESH, "lock table calls.attempt in share mode"),
    WRITTEN_BUT_NOT_COMMITTED(Order.REFRESH, "lock table stats.daily_quality in share mode"),
    WHILE_THE_JOURNAL_IS_READ(Order.REBUILD, "lock table journal.notification"),
    FILLED_BUT_NOT_IN_PLACE(Order.REBUILD, "lock table stats.daily_quality in access share mode"),
    IN_PLACE_BUT_NOT_COMMITTED(Order.REBUILD, "lock table calls.marked_day in share mode");

    private final Order order;
    private final String lock;

    Moment(Order order, String lock) {
      this.order = order;
      this.lock = lock;
    }
  }

  @BeforeAll
  void open() throws IOException {
    Path data = folder.resolve("data");
    MigratedFolder.copyTo(data);
    cluster = EmbeddedCluster.open(data);
    database = new ReusedSessions();
    database.setUrl(cluster.address().url());
    database.setUser(cluster.address().user());
    database.setPassword(cluster.address().password());
    journal = TestJournal.in(database, "Europe/Minsk");
    // A refresh would wait for its transactions.
    journal.sql().execute("alter system set autovacuum = off");
    journal.sql().execute("select pg_reload_conf()");
  }

  @AfterAll
  void close() {
    refresher.shutdownNow();
    cluster.close();
  }

  /** Half of the combinations, or all with {@code -Dkill.everywhere=true}. */
  private static Stream<Moment> moments(Moment... usual) {
    return Arrays.stream(Boolean.getBoolean("kill.everywhere") ? Moment.values() : usual);
  }

  static Stream<Moment> momentsOfTheRefresher() {
    return moments(Moment.WRITTEN_BUT_NOT_COMMITTED, Moment.WHILE_THE_JOURNAL_IS_READ);
  }

  static Stream<Moment> momentsOfPostgresql() {
    return moments(
        Moment.TAKEN_BUT_NOTHING_WRITTEN,
        Moment.FILLED_BUT_NOT_IN_PLACE,
        Moment.IN_PLACE_BUT_NOT_COMMITTED);
  }

  @ParameterizedTest
  @MethodSource("momentsOfTheRefresher")
  void a_killed_refresher_leaves_nothing_half_done_or_uncounted(Moment moment) throws Exception {
    String before = refreshedAndReceivedMore();
    try (Connection holder = holding(moment.lock)) {
      Process program = RefreshingProgram.start(moment.order, cluster.address(), "-Xmx64m");
      awaitWaiting();
      program.destroyForcibly().waitFor();
      holder.rollback();
    }

    assertThat(journal.derived()).isEqualTo(before);
    assertEveryNotificationIsCountedOnce();
  }

  @ParameterizedTest
  @MethodSource("momentsOfPostgresql")
  void a_killed_postgresql_leaves_nothing_half_done_or_uncounted(Moment moment) throws Exception {
    String before = refreshedAndReceivedMore();
    Connection holder = holding(moment.lock);
    Future<?> working = refresher.submit(() -> moment.order.give(journal.refresh()));
    awaitWaiting();
    killPostgresql();
    assertThatThrownBy(working::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(DataAccessException.class);
    assertThatThrownBy(holder::rollback).isInstanceOf(SQLException.class);
    cluster.ensureRunning();

    assertThat(journal.derived()).isEqualTo(before);
    assertEveryNotificationIsCountedOnce();
  }

  /** Refreshes, then receives one more call; returns the rows derived before it. */
  private String refreshedAndReceivedMore() {
    journal.receive("call-" + ++calls, RETURNED);
    journal.refresh().run();
    String derived = journal.derived();
    journal.receive(
        "call-" + ++calls, "out start | 06:30:00 | A | C\nout answer | 06:30:05 | A | C");
    return derived;
  }

  private void assertEveryNotificationIsCountedOnce() {
    journal.refresh().run();
    assertThat(journal.rows("select sum(notifications), sum(calls) from stats.daily_quality"))
        .isEqualTo(
            journal.rows("select count(*), count(distinct pbx_id) from journal.notification"))
        .endsWith(" | " + calls);
    String refreshed = journal.derived();
    journal.refresh().rebuild();
    assertThat(journal.derived()).isEqualTo(refreshed);
    assertThat(journal.rows("select nspname from pg_namespace where nspname like '%rebuilt'"))
        .isEmpty();
  }

  private void killPostgresql() throws IOException, InterruptedException {
    Path description = folder.resolve("data/postgresql/cluster/postmaster.pid");
    long pid = Long.parseLong(Files.readAllLines(description).get(0).strip());
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    server.destroyForcibly();
    server.onExit().join();
  }

  /** Opens a connection whose transaction holds a lock. */
  private Connection holding(String lock) throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    DSL.using(connection).execute(lock);
    return connection;
  }

  /** Asks the database until a session waits for the lock. */
  private void awaitWaiting() {
    Eventually.until(() -> journal.sql().fetch(WAITING).isNotEmpty());
  }
}
