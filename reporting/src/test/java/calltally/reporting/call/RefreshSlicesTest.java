package calltally.reporting.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.sql.settings.RefreshSlices;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Slices of the sources, each with its own cursor and its own turn. */
@Timeout(60)
final class RefreshSlicesTest {

  private static final String MISSED =
      """
      start        | 06:00:00 | C | SALES
      member start | 06:00:01 | C | A
      member end   | 06:00:21 | C | A     | noanswer
      end          | 06:00:22 | C | SALES | noanswer
      """;

  private static final String CALLED_BACK =
      "out start | 06:30:00 | A | C\nout answer | 06:30:05 | A | C";

  private static final String WAITING =
      "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

  private final TestJournal first = new TestJournal("Europe/Minsk");
  private final TestJournal second = first.withSource("second");
  private final TestJournal third = first.withSource("third");
  private final RefreshSlices slices = new RefreshSlices(first.owner());
  private final ExecutorService refresher = Executors.newSingleThreadExecutor();

  @AfterEach
  void close() {
    refresher.shutdownNow();
    first.close();
  }

  @Test
  void a_slice_waits_for_no_other() throws SQLException {
    slices.set(2);
    receiveEverywhere("1", MISSED);
    int busy = first.sourceId() % 2;

    try (Connection other = holding("select from calls.refresh_cursor where slice = " + busy)) {
      assertThat(first.refresh().runIfDue(busy, Duration.ZERO)).isEmpty();
      assertThat(first.refresh().runIfDue(1 - busy, Duration.ZERO))
          .hasValueSatisfying(result -> assertThat(result.calls()).isEqualTo(1));
      other.rollback();
    }

    assertThat(first.refresh().run().calls()).isEqualTo(2);
    assertEqualsRebuild();
  }

  @Test
  void what_has_just_been_refreshed_is_not_due() {
    assertThat(first.refresh().runIfDue(0, Duration.ofHours(1))).isPresent();
    assertThat(first.refresh().runIfDue(0, Duration.ofHours(1))).isEmpty();
    assertThat(first.refresh().runIfDue(0, Duration.ZERO)).isPresent();
    assertThat(first.refresh().runIfDue(1, Duration.ZERO)).isEmpty();
  }

  @Test
  void a_source_that_cannot_be_refreshed_delays_only_its_slice() {
    slices.set(3);
    receiveEverywhere("1", MISSED);
    first
        .sql()
        .execute(
            "alter table stats.daily_quality add constraint poisoned check (source_id <> {0})",
            DSL.inline(second.sourceId()));

    assertThatThrownBy(() -> first.refresh().run())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("poisoned");

    assertThat(first.rows("select source_id from calls.call order by 1"))
        .isEqualTo(first.sourceId() + "\n" + third.sourceId());
    assertThat(
            first.rows(
                "select ledger.refreshed_at() is null, ledger.uncounted_since() ="
                    + " (select min(received_at) from journal.notification where source_id = "
                    + second.sourceId()
                    + ")"))
        .isEqualTo("true | true");
    first.sql().execute("alter table stats.daily_quality drop constraint poisoned");
    assertThat(first.refresh().run().calls()).isEqualTo(1);
    assertThat(first.rows("select ledger.refreshed_at() is null, ledger.uncounted_since()"))
        .isEqualTo("false | -");
    assertEqualsRebuild();
  }

  @Test
  void a_refresh_that_dies_harms_no_other_slice() throws Exception {
    slices.set(2);
    receiveEverywhere("1", MISSED);
    first.refresh().run();
    receiveEverywhere("2", CALLED_BACK);

    String ofSecond = "select from calls.missed_call where source_id = " + second.sourceId();
    try (Connection holder = holding(ofSecond)) {
      Future<?> dying =
          refresher.submit(() -> first.refresh().runIfDue(second.sourceId() % 2, Duration.ZERO));
      awaitWaiting();
      assertThat(first.refresh().runIfDue(first.sourceId() % 2, Duration.ZERO)).isPresent();
      first.sql().fetch("select pg_terminate_backend(pid) from (" + WAITING + ") as waiting");
      assertThatThrownBy(dying::get).isInstanceOf(ExecutionException.class);
      holder.rollback();
    }

    assertThat(first.rows("select source_id, contact_pbx_id from calls.missed_call order by 1"))
        .isEqualTo("1 | 2\n2 | -\n3 | 2");
    assertThat(first.refresh().run().notifications()).isEqualTo(2);
    assertEqualsRebuild();
  }

  @Test
  void their_number_changes_when_no_refresh_is_running() throws Exception {
    receiveEverywhere("1", MISSED);
    Future<?> change;
    try (Connection refreshing =
        holding("update calls.refresh_cursor set slice = slice returning slice")) {
      change = refresher.submit(() -> slices.set(3));
      awaitWaiting();
      assertThat(first.refresh().slices()).isEqualTo(1);
      refreshing.rollback();
    }
    change.get();

    assertThat(first.refresh().slices()).isEqualTo(3);
    assertThat(first.refresh().run().calls()).isEqualTo(3);
    assertThat(first.rows("select count(*), min(begun) from calls.unended_refresh"))
        .isEqualTo("3 | 0");
    assertEqualsRebuild();
  }

  private void receiveEverywhere(String pbxId, String table) {
    first.receive(pbxId, table);
    second.receive(pbxId, table);
    third.receive(pbxId, table);
  }

  private void assertEqualsRebuild() {
    String incremental = first.derived();
    first.refresh().rebuild();
    assertThat(first.derived()).isEqualTo(incremental);
    assertThat(first.rows("select rule, expected, found from stats.broken_sum")).isEmpty();
  }

  /** Opens a connection whose transaction has locked the rows of a query. */
  private Connection holding(String rows) throws SQLException {
    Connection connection = first.owner().getConnection();
    connection.setAutoCommit(false);
    String lock = rows.startsWith("select") ? " for update" : "";
    DSL.using(connection).fetch(rows + lock);
    return connection;
  }

  /** Asks the database until a session waits for a lock. */
  private void awaitWaiting() {
    while (first.sql().fetch(WAITING).isEmpty()) {
      Thread.onSpinWait();
    }
  }
}
