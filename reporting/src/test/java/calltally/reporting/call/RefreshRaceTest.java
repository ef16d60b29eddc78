package calltally.reporting.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.sql.testing.Eventually;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Refreshers that run at the same time, or die. */
@Timeout(120)
final class RefreshRaceTest {

  private static final String MISSED =
      """
      start        | 06:00:00 | C | SALES
      member start | 06:00:01 | C | A
      member end   | 06:00:21 | C | A     | noanswer
      end          | 06:00:22 | C | SALES | noanswer
      """;

  private static final String WAITING =
      "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

  private final TestJournal journal = new TestJournal("Europe/Minsk");
  private final ExecutorService refreshers = Executors.newFixedThreadPool(2);

  @AfterEach
  void close() {
    refreshers.shutdownNow();
    journal.close();
  }

  @Test
  void concurrent_refreshers_wait_for_one_another_and_count_nothing_twice() throws Exception {
    journal.receive("1", MISSED);
    List<Future<RefreshResult>> both;
    try (Connection before =
        holding("lock table calls.refresh_cursor in share row exclusive mode")) {
      both = Stream.of(start(), start()).toList();
      awaitWaiting(2);
      before.rollback();
    }

    RefreshResult one = both.get(0).get();
    RefreshResult other = both.get(1).get();
    assertThat(List.of(one.notifications(), other.notifications()))
        .containsExactlyInAnyOrder(4L, 0L);
    assertThat(List.of(one.calls(), other.calls())).containsExactlyInAnyOrder(1L, 0L);
    assertAllAndOnce();
  }

  @Test
  void a_notification_that_arrives_while_a_refresher_waits_is_taken_once() throws Exception {
    journal.receive("1", MISSED);
    Future<RefreshResult> waiting;
    try (Connection before =
        holding("lock table calls.refresh_cursor in share row exclusive mode")) {
      waiting = start();
      awaitWaiting(1);
      journal.receive("2", "start | 07:00:00 | C | SALES");
      before.rollback();
    }

    assertThat(waiting.get().notifications()).isEqualTo(5);
    assertThat(journal.refresh().run().notifications()).isZero();
    assertAllAndOnce();
  }

  @Test
  void a_refresher_that_dies_leaves_nothing_half_done() throws Exception {
    journal.receive("1", MISSED);
    journal.refresh().run();
    String before = state();
    journal.receive("2", "out start | 06:30:00 | A | C\nout answer | 06:30:05 | A | C");

    Future<RefreshResult> dying;
    try (Connection reader = holding("lock table stats.daily_quality in share mode")) {
      dying = start();
      awaitWaiting(1);
      journal.sql().fetch("select pg_terminate_backend(pid) from (" + WAITING + ") as waiting");
      assertThatThrownBy(dying::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(DataAccessException.class);
      assertThat(state()).isEqualTo(before);
      reader.rollback();
    }

    assertThat(journal.refresh().run().notifications()).isEqualTo(2);
    assertThat(journal.rows("select pbx_id, state from analytics.missed_call"))
        .isEqualTo("1 | returned");
    assertAllAndOnce();
  }

  /** The derived rows and the cursor. */
  private String state() {
    return journal.derived()
        + journal.rows("select ingest_xid, notification_id from calls.refresh_cursor")
        + journal.rows("select count(*) from calls.stale_call");
  }

  private void assertAllAndOnce() {
    String incremental = journal.derived();
    journal.refresh().rebuild();
    assertThat(journal.derived()).isEqualTo(incremental);
  }

  private Future<RefreshResult> start() {
    return refreshers.submit(() -> journal.refresh().run());
  }

  /** Opens a connection whose transaction holds a lock. */
  private Connection holding(String lock) throws SQLException {
    Connection connection = journal.owner().getConnection();
    connection.setAutoCommit(false);
    DSL.using(connection).execute(lock);
    return connection;
  }

  /** Asks the database until that many sessions wait for a lock. */
  private void awaitWaiting(int sessions) {
    Eventually.until(() -> journal.sql().fetch(WAITING).size() >= sessions);
  }
}
