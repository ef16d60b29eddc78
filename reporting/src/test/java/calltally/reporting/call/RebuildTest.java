package calltally.reporting.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.reporting.call.RefreshingProgram.Order;
import calltally.sql.DatabaseRole;
import calltally.sql.Grants;
import calltally.sql.testing.Eventually;
import calltally.sql.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;

/** A rebuild during reads, writes and changes of the configuration. */
@Timeout(120)
final class RebuildTest {

  private static final String ANSWERED_BY_ANNA =
      """
      start        | 06:00:00 | C | SALES
      member start | 06:00:01 | C | A
      answer       | 06:00:05 | C | A
      member end   | 06:00:35 | C | A     | answer
      end          | 06:00:35 | C | SALES | answer
      """;

  private static final String WAITING =
      """
      select pid
      from pg_stat_activity
      where datname = current_database()
          and pid <> pg_backend_pid()
          and (wait_event_type = 'Lock' or wait_event = 'PgSleep')
      """;

  private static final String TURN =
      "select pid from pg_locks where relation = 'calls.refresh_cursor'::regclass"
          + " and mode in ('RowExclusiveLock', 'ShareRowExclusiveLock') and ";

  private static final String HAS_TURN = TURN + "granted";
  private static final String WANTS_TURN = TURN + "not granted";

  private static final String AWAITS_SNAPSHOTS =
      "select pid from pg_stat_activity"
          + " where datname = current_database() and wait_event = 'PgSleep'";

  private static final String COUNTS =
      "select (select count(*) from calls.call), (select sum(calls) from stats.daily_quality)";

  private final TestDatabase database = TestDatabase.create();
  private final TestJournal journal = TestJournal.in(database, "Europe/Minsk");
  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  @AfterEach
  void close() {
    threads.shutdownNow();
    database.close();
  }

  @Test
  void a_snapshot_older_than_the_new_tables_sees_the_old_ones() throws Exception {
    journal.receive("1", ANSWERED_BY_ANNA);
    journal.refresh().run();
    journal.receive("2", ANSWERED_BY_ANNA);

    Future<RefreshResult> rebuild;
    try (Connection reader = database.owner().getConnection()) {
      reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      reader.setAutoCommit(false);
      DSLContext snapshot = DSL.using(reader);
      snapshot.execute("select from config.source");
      rebuild = start();
      awaitWaiting();
      assertThat(snapshot.fetch(COUNTS).formatCSV()).endsWith("\n1,1\n");
      reader.rollback();
    }

    assertThat(rebuild.get().calls()).isEqualTo(2);
    assertThat(journal.rows(COUNTS)).isEqualTo("2 | 2");
  }

  @Test
  void notifications_and_changes_during_a_rebuild_are_left_to_the_next_refresh() throws Exception {
    journal.receive("1", ANSWERED_BY_ANNA);
    Future<RefreshResult> rebuild;
    try (Connection reader = holding("lock table stats.daily_quality in access share mode")) {
      rebuild = start();
      awaitWaiting();
      journal.receive("2", ANSWERED_BY_ANNA);
      journal
          .sql()
          .execute("update directory.manager_number set manager = 'Olga' where manager = 'Anna'");
      reader.rollback();
    }

    assertThat(rebuild.get().calls()).isEqualTo(1);
    assertThat(journal.rows("select pbx_id, manager from calls.call")).isEqualTo("1 | Anna");
    journal.refresh().run();
    assertThat(journal.rows("select pbx_id, manager from calls.call order by 1"))
        .isEqualTo("1 | Olga\n2 | Olga");
    String refreshed = journal.derived();
    journal.refresh().rebuild();
    assertThat(journal.derived()).isEqualTo(refreshed);
    assertThat(journal.refresh().run().calls()).isZero();
  }

  @Test
  void a_refresh_that_waits_for_a_rebuild_does_not_hold_it_up() throws Exception {
    journal.receive("1", ANSWERED_BY_ANNA);
    Future<RefreshResult> rebuild;
    Future<RefreshResult> refresh;
    try (Connection holder = holding("lock table journal.notification in access exclusive mode")) {
      rebuild = start();
      await(HAS_TURN);
      refresh = threads.submit(() -> journal.refresh().run());
      await(WANTS_TURN);
      assertThat(journal.refresh().runIfFree()).isEmpty();
      holder.rollback();
    }

    assertThat(rebuild.get().calls()).isEqualTo(1);
    assertThat(refresh.get().notifications()).isZero();
    assertThat(journal.rows(COUNTS)).isEqualTo("1 | 1");
  }

  @Test
  void a_change_of_the_journal_that_waits_for_a_rebuild_does_not_hold_it_up() throws Exception {
    journal.receive("1", ANSWERED_BY_ANNA);
    Future<RefreshResult> rebuild;
    Future<?> change;
    try (Connection holder = holding("lock table journal.notification in access exclusive mode")) {
      rebuild = start();
      await(HAS_TURN);
      change = threads.submit(() -> journal.sql().execute("select journal.allow_change()"));
      await(WANTS_TURN);
      holder.rollback();
    }

    assertThat(rebuild.get().calls()).isEqualTo(1);
    change.get();
  }

  @Test
  void a_rebuild_without_patience_left_names_the_session_and_changes_nothing() throws Exception {
    journal.receive("1", ANSWERED_BY_ANNA);
    journal.refresh().run();
    String before = journal.derived();
    Rebuild impatient = new Rebuild(database.owner(), RebuildProgress.NOBODY, Duration.ZERO);

    try (Connection reader = holding("lock table stats.daily_quality in access share mode")) {
      assertThatThrownBy(impatient::run)
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("lock timeout");
      reader.rollback();
      reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      int pid = reader.unwrap(PGConnection.class).getBackendPID();
      DSL.using(reader).execute("select from config.source");
      assertThatThrownBy(impatient::run)
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("session %d of ".formatted(pid))
          .hasMessageContaining(" must end its transaction");
      reader.rollback();
    }

    assertThat(journal.derived()).isEqualTo(before);
    assertThat(journal.refresh().runIfFree()).isPresent();
    journal.refresh().rebuild();
    assertThat(journal.derived()).isEqualTo(before);
  }

  @Test
  void a_rebuild_whose_program_was_killed_ends_although_it_waits() throws Exception {
    journal.receive("1", ANSWERED_BY_ANNA);
    try (Connection reader = database.owner().getConnection()) {
      reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      reader.setAutoCommit(false);
      DSL.using(reader).execute("select from config.source");
      Process program = RefreshingProgram.start(Order.REBUILD, database.address(), "-Xmx64m");
      await(AWAITS_SNAPSHOTS);
      program.destroyForcibly().waitFor();
      assertThat(journal.refresh().run().calls()).isEqualTo(1);
      reader.rollback();
    }
  }

  @Test
  void a_rebuild_reports_its_progress() {
    journal.receive("1", ANSWERED_BY_ANNA);
    List<String> reported = new ArrayList<>();

    journal
        .refresh()
        .rebuild(
            new RebuildProgress() {
              @Override
              public void folded(long notifications, long total) {
                reported.add(notifications + " folded");
              }

              @Override
              public void summed(int steps, int total) {
                reported.add(steps + " of " + total);
              }
            });

    assertThat(reported)
        .containsExactly(
            "5 folded",
            "0 of 12",
            "1 of 12",
            "2 of 12",
            "3 of 12",
            "4 of 12",
            "5 of 12",
            "6 of 12",
            "7 of 12",
            "8 of 12",
            "9 of 12",
            "10 of 12",
            "11 of 12",
            "12 of 12");
  }

  @Test
  void a_rebuild_one_of_whose_steps_fails_changes_nothing() {
    journal.receive("1", ANSWERED_BY_ANNA);
    journal.refresh().rebuild();
    String function = journal.rows("select pg_get_functiondef('stats.silence_on'::regproc)");
    journal
        .sql()
        .execute(
            """
            create or replace function stats.silence_on(source_id integer, local_date date, known_until timestamptz)
                returns table (gap_starts_at timestamptz, gap_ends_at timestamptz, seconds numeric)
                language plpgsql
                as $$ begin raise exception 'no space left'; end $$""");
    journal.receive("2", ANSWERED_BY_ANNA);

    assertThatThrownBy(() -> journal.refresh().rebuild()).hasMessageContaining("no space left");

    assertThat(journal.rows("select count(*) from calls.call")).isEqualTo("1");
    journal.sql().execute(function);
    assertThat(journal.refresh().rebuild().calls()).isEqualTo(2);
  }

  @Test
  void a_rebuild_needs_no_more_rights_than_a_refresh() {
    journal.receive("1", ANSWERED_BY_ANNA);
    Refresh refresh = new Refresh(database.as(DatabaseRole.REFRESH));

    assertThat(refresh.rebuild().calls()).isEqualTo(1);
    assertThat(refresh.rebuild().calls()).isEqualTo(1);
    journal.receive("1", "end | 06:00:36 | C | SALES | answer");
    assertThat(refresh.run().calls()).isEqualTo(1);
    assertThat(new Grants(database.owner()).deviations()).isEmpty();
  }

  @Test
  void a_journal_twice_as_large_as_the_heap_can_be_rebuilt() throws Exception {
    journal
        .sql()
        .execute(
            """
            insert into journal.notification (
                source_id, received_at, occurred_at, digest, event, pbx_id, audio_path, fields, method, channel, parser_version)
            select
                1, at, at, sha256(convert_to(n::text, 'UTF8')), 'incoming_call_end', 'call-' || n,
                'https://records.example/' || repeat(n::text, 400), '{}', 'POST', 'http', 1
            from generate_series(10000, 39999) as n
            cross join lateral (select timestamptz '2026-10-01 00:00Z' + n * interval '1 minute' as at) as t
            """);

    Process program = RefreshingProgram.start(Order.REBUILD, database.address(), "-Xmx28m");

    assertThat(program.waitFor()).isZero();
    assertThat(
            journal.rows(
                "select count(*), sum(length(recording_url)) > 2 * 28000000 from calls.call"))
        .isEqualTo("30000 | true");
  }

  private Future<RefreshResult> start() {
    return threads.submit(() -> journal.refresh().rebuild());
  }

  private Connection holding(String lock) throws SQLException {
    Connection connection = database.owner().getConnection();
    connection.setAutoCommit(false);
    DSL.using(connection).execute(lock);
    return connection;
  }

  private void awaitWaiting() {
    await(WAITING);
  }

  private void await(String sessions) {
    Eventually.until(() -> journal.sql().fetch(sessions).isNotEmpty());
  }
}
