package calltally.reporting.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.reporting.call.RandomHistory;
import calltally.reporting.call.TestJournal;
import calltally.reporting.call.fold.NotificationTable;
import calltally.sql.retention.CustomerRecords;
import calltally.sql.retention.RetentionResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is deleted when its time is up, and what stays. */
final class RetentionRunTest {

  private static final RetentionResult NOTHING = new RetentionResult(0, 0, 0, 0, 0, 0);
  private static final Set<String> OWN = Set.of("A", "101", "B", "SALES", "SUPPORT");
  private static final String NUMBER = "+375290001111";

  private final TestJournal journal = new TestJournal("Europe/Minsk");
  private final RetentionFixture retentionFixture = new RetentionFixture(journal);

  @BeforeEach
  void make_the_months() {
    journal
        .sql()
        .execute(
            "select journal.create_partition(m::date) from generate_series(timestamp '2026-05-01',"
                + " '2026-11-01', '1 month') as m");
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void nothing_is_deleted_without_a_limit() {
    answered("1", "2026-08-01T06:00:00");

    assertThat(retentionFixture.applyRetention("2026-11-24T00:00:00Z")).isEqualTo(NOTHING);
    assertThat(journal.rows("select * from journal.deletion_log")).isEmpty();
  }

  @Test
  void a_month_is_dropped_when_its_end_is_older_than_the_limit() {
    answered("1", "2026-08-31T23:00:00");
    retentionFixture.limit("2", "null", "null", "null");

    assertThat(retentionFixture.applyRetention("2026-10-31T23:59:59Z")).isEqualTo(NOTHING);
    assertThat(retentionFixture.applyRetention("2026-11-01T00:00:00Z").notifications())
        .isEqualTo(3);
    assertThat(journal.rows("select kind, until, affected_rows, db_role from journal.deletion_log"))
        .isEqualTo("notifications dropped | 2026-09-01T00:00Z | 3 | postgres");
    assertThat(journal.rows("select to_regclass('journal.notification_202608')")).isEqualTo("-");
  }

  @Test
  void calls_and_statistics_outlive_their_notifications_and_a_rebuild() {
    answered("before", "2026-08-05T06:00:00");
    answered("across", "2026-08-31T23:59:55");
    answered("after", "2026-09-01T06:00:00");
    retentionFixture.limit("2", "null", "null", "null");
    journal.refresh().run();
    String derived = journal.derived();
    Map<String, String> figures = retentionFixture.figures();

    assertThat(retentionFixture.applyRetention("2026-11-20T00:00:00Z").notifications())
        .isEqualTo(4);
    journal.refresh().rebuild();

    assertThat(journal.derived()).isEqualTo(derived);
    assertThat(retentionFixture.figures()).isEqualTo(figures);
    assertThat(journal.rows("select * from stats.broken_sum")).isEmpty();
    assertThat(journal.refresh().run().calls()).isZero();
  }

  @Test
  void a_change_of_the_directory_spares_calls_that_can_no_longer_be_derived() {
    answered("before", "2026-08-05T06:00:00");
    answered("after", "2026-09-01T06:00:00");
    retentionFixture.limit("2", "null", "null", "null");
    retentionFixture.applyRetention("2026-11-20T00:00:00Z");

    journal
        .sql()
        .execute("update directory.manager_number set manager = 'Olga' where number = 'A'");
    journal.sql().execute("insert into calls.marked_call select source_id, pbx_id from calls.call");
    journal.refresh().run();

    assertThat(journal.rows("select pbx_id, manager from calls.call order by 1"))
        .isEqualTo("after | Olga\nbefore | Anna");
  }

  @Test
  void a_long_read_of_the_journal_delays_only_the_dropping_of_months() throws SQLException {
    answered("1", "2026-08-05T06:00:00");
    retentionFixture.limit("2", "null", "null", "30");
    try (Connection reader = journal.owner().getConnection();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("select count(*) from journal.notification");

      assertThatThrownBy(() -> retentionFixture.impatient().applyRetention("2026-11-20T00:00:00Z"))
          .isInstanceOf(DataAccessException.class);
      assertThat(journal.rows("select kind from journal.deletion_log"))
          .isEqualTo("numbers pseudonymised");
      assertThat(journal.rows("select count(*) from journal.horizon")).isEqualTo("0");
      assertThatThrownBy(() -> lockForAMoment(1))
          .hasMessageContaining(
              "it must be unused for a moment (was in use at all 1 attempts, last by session ");
      reader.rollback();
      lockForAMoment(1);
    }

    assertThat(retentionFixture.applyRetention("2026-11-20T00:00:00Z").notifications())
        .isEqualTo(3);
    assertThat(retentionFixture.applyRetention("2026-11-20T00:00:00Z")).isEqualTo(NOTHING);
  }

  @Test
  void a_late_notification_of_a_dropped_month_changes_nothing_and_is_dropped_too() {
    answered("1", "2026-08-05T06:00:00");
    retentionFixture.limit("2", "null", "null", "null");
    retentionFixture.applyRetention("2026-11-20T00:00:00Z");
    String derived = journal.derived();

    journal.receive("1", "end | 2026-08-05T07:00:00 | " + NUMBER + " | SALES | missed");
    answered("2", "2026-08-06T06:00:00");
    journal.sql().execute("select journal.create_partition('2026-08-01')");
    assertThat(journal.refresh().run().notifications()).isEqualTo(4);
    assertThat(journal.derived()).isEqualTo(derived);
    journal.refresh().rebuild();
    assertThat(journal.derived()).isEqualTo(derived);

    assertThat(journal.rows("select count(*) from journal.notification_other")).isEqualTo("4");
    assertThat(retentionFixture.applyRetention("2026-11-20T00:00:00Z").notifications())
        .isEqualTo(4);
    assertThat(retentionFixture.applyRetention("2026-11-20T00:00:00Z")).isEqualTo(NOTHING);
  }

  @Test
  void a_source_without_a_limit_keeps_the_months_of_all_sources() {
    answered("1", "2026-08-05T06:00:00");
    retentionFixture.limit("2", "null", "null", "null");
    journal
        .sql()
        .execute("insert into config.source (name, zone, region) values ('other', 'UTC', 'BY')");

    assertThat(retentionFixture.applyRetention("2026-11-20T00:00:00Z")).isEqualTo(NOTHING);
    journal.sql().execute("update config.source set active = false where name = 'other'");
    assertThat(retentionFixture.applyRetention("2026-11-20T00:00:00Z").notifications())
        .isEqualTo(3);
  }

  @Test
  void an_instant_ahead_of_the_database_clock_deletes_nothing() {
    answered("1", "2026-08-05T06:00:00");
    retentionFixture.limit("1200", "1200", "1200", "36500");

    assertThat(retentionFixture.applyRetention("2999-01-01T00:00:00Z")).isEqualTo(NOTHING);
  }

  @Test
  void statistics_outlive_calls_and_keep_their_call_backs() {
    missed("missed", "2026-08-31T06:00:00");
    journal.receive(
        "back",
        """
        out start  | 2026-09-02T06:00:00 | A | +375290001111
        out answer | 2026-09-02T06:00:05 | A | +375290001111
        out end    | 2026-09-02T06:01:00 | A | +375290001111 | answer
        """);
    retentionFixture.limit("null", "2", "null", "null");
    journal.refresh().run();
    String statistics = statistics();
    assertThat(statistics).contains("2026-09-02");

    // Midnight of 1 September in Minsk.
    assertThat(retentionFixture.applyRetention("2026-10-31T20:59:59Z")).isEqualTo(NOTHING);
    assertThat(retentionFixture.applyRetention("2026-10-31T21:00:00Z").calls()).isEqualTo(1);

    assertThat(journal.rows("select pbx_id from calls.call")).isEqualTo("back");
    assertThat(journal.rows("select count(*) from calls.missed_call")).isEqualTo("0");
    assertThat(statistics()).isEqualTo(statistics);
    String derived = journal.derived();
    journal.refresh().rebuild();
    assertThat(journal.derived()).isEqualTo(derived);
    assertThat(journal.rows("select * from stats.broken_sum")).isEmpty();
  }

  @Test
  void links_to_recordings_are_removed_and_stay_removed() {
    journal.receive(
        "1",
        "end | 2026-08-31T20:59:59 | +375290001111 | SALES | answer | 3 | https://r.example/1");
    journal.receive(
        "2",
        "end | 2026-08-31T21:00:00 | +375290001111 | SALES | answer | 3 | https://r.example/2");
    retentionFixture.limit("null", "null", "2", "null");

    assertThat(retentionFixture.applyRetention("2026-10-31T21:00:00Z").recordings()).isEqualTo(1);
    String links = "select pbx_id, recording_url from calls.call order by 1";
    assertThat(journal.rows(links)).isEqualTo("1 | -\n2 | https://r.example/2");
    journal.refresh().rebuild();
    assertThat(journal.rows(links)).isEqualTo("1 | -\n2 | https://r.example/2");
  }

  @Test
  void a_number_becomes_a_pseudonym_at_midnight_of_its_last_day() {
    answered("1", "2026-09-30T20:59:00");
    answered("2", "2026-09-30T21:00:00");
    retentionFixture.limit("null", "null", "null", "30");

    assertThat(retentionFixture.applyRetention("2026-10-30T21:00:00Z").numbers()).isEqualTo(1);
    assertThat(journal.rows("select pbx_id, customer = '+375290001111' from calls.call order by 1"))
        .isEqualTo("1 | false\n2 | true");
    assertThat(
            journal.rows(
                "select distinct pbx_id, caller ~ '^~[0-9a-f]{16}$', fields::text ~ '290001111'"
                    + " from journal.notification order by 1"))
        .isEqualTo("1 | true | false\n2 | false | true");
    assertThat(journal.rows("select count(distinct customer_key) from calls.call")).isEqualTo("1");
  }

  @Test
  void pseudonyms_change_no_figure() {
    journal.receive(journal.sql(), ofOneCustomerEach(RandomHistory.of(new Random(7), 400)));
    retentionFixture.limit("null", "null", "null", "30");
    journal.refresh().run();
    Map<String, String> figures = retentionFixture.figures();

    // Some of the customers' calls are younger than 30 days.
    assertThat(retentionFixture.applyRetention("2026-11-24T20:00:00Z").numbers()).isPositive();
    assertThat(retentionFixture.applyRetention("2026-11-24T20:00:00Z")).isEqualTo(NOTHING);
    assertThat(
            journal.rows(
                "select distinct customer like '~%' from calls.call where customer like '~%' or"
                    + " customer like 'C%' order by 1"))
        .isEqualTo("false\ntrue");
    assertThat(retentionFixture.figures()).isEqualTo(figures);
    String derived = journal.derived();
    journal.refresh().rebuild();
    assertThat(journal.derived()).isEqualTo(derived);
    assertThat(retentionFixture.figures()).isEqualTo(figures);
  }

  @Test
  void calls_of_several_customers_are_derived_again_with_their_pseudonyms() {
    journal.receive(journal.sql(), RandomHistory.of(new Random(8), 300));
    retentionFixture.limit("null", "null", "null", "30");

    assertThat(retentionFixture.applyRetention("2026-11-24T20:00:00Z").numbers()).isPositive();
    journal.refresh().run();

    String derived = journal.derived();
    journal.refresh().rebuild();
    assertThat(journal.derived()).isEqualTo(derived);
  }

  @Test
  void managers_lines_extensions_and_internal_calls_keep_their_numbers() {
    journal.receive("1", "start | 2026-08-05T06:00:00 | A | SALES");
    journal.receive("2", "start | 2026-08-05T06:00:00 | 12345 | SALES");
    journal.receive("3", "out start | 2026-08-05T06:00:00 | B | SUPPORT");
    retentionFixture.limit("null", "null", "null", "30");

    assertThat(retentionFixture.applyRetention("2026-11-24T00:00:00Z")).isEqualTo(NOTHING);
  }

  @Test
  void an_erased_customer_is_found_nowhere_and_missing_in_no_figure() {
    answered("1", "2026-08-05T06:00:00");
    missed("2", "2026-08-06T06:00:00");
    journal.receive(
        "3",
        "end | 2026-11-05T06:00:00 | "
            + NUMBER
            + " | SALES | answer | 3 | https://r.example/290001111.mp3");
    journal.receive("4", "tags | 2026-11-05T06:00:00 | X | Y | | | | +375-29-000-11-11");
    journal.receive("4", "start | 2026-11-05T06:00:00 | +375290002222 | SALES");
    journal
        .sql()
        .execute(
            "select journal.reject(%d, now(), 'unreadable', null, 'POST', 'http', null, 'from=%%2B375290001111', '+375 29 000-11-11', 40)"
                .formatted(journal.sourceId()));
    retentionFixture.limit("null", "null", "null", "30");
    retentionFixture.applyRetention("2026-11-24T00:00:00Z");
    Map<String, String> figures = retentionFixture.figures();
    String pseudonym =
        journal.rows("select distinct customer from calls.call where customer like '~%'");
    CustomerRecords customer = new CustomerRecords(journal.owner(), journal.sourceId(), NUMBER);
    assertThat(customer.count().toString())
        .isEqualTo("{calls=3, missed_calls=1, notifications=7, rejected_requests=1}");

    assertThat(customer.erase().toString())
        .isEqualTo(
            "{notifications=7, rejected_requests=1, missed_calls=1, calls=3, page_access=0, waiting_callers=0}");

    assertThat(customer.count()).isEmpty();
    journal.refresh().run();
    assertThat(everything()).doesNotContain("0001111", "000-11-11", pseudonym, "r.example");
    assertThat(retentionFixture.figures()).isEqualTo(figures);
    String derived = journal.derived();
    journal.refresh().rebuild();
    assertThat(journal.derived()).isEqualTo(derived);
    assertThat(
            journal.rows(
                "select kind, affected_rows from journal.deletion_log order by entry_id desc limit"
                    + " 1"))
        .isEqualTo("customer erased | 7");
  }

  /**
   * An exchange that reports several customers in one call at one instant: they are ordered by
   * number.
   */
  private static List<RandomHistory.Sent> ofOneCustomerEach(List<RandomHistory.Sent> history) {
    Map<String, Set<String>> outside = new HashMap<>();
    for (RandomHistory.Sent sent : history) {
      Set<String> numbers = outside.computeIfAbsent(sent.pbxId(), call -> new HashSet<>());
      Stream.of(sent.notification().caller(), sent.notification().receiver())
          .filter(number -> number != null && !OWN.contains(number))
          .forEach(numbers::add);
    }
    return history.stream()
        .filter(sent -> outside.getOrDefault(sent.pbxId(), Set.of()).size() <= 1)
        .toList();
  }

  private void answered(String pbxId, String at) {
    journal.receive(
        pbxId,
        """
        start  | %1$s | +375290001111 | SALES
        answer | %2$s | +375290001111 | A
        end    | %3$s | +375290001111 | SALES | answer
        """
            .formatted(at, later(at, 5), later(at, 40)));
  }

  private void missed(String pbxId, String at) {
    journal.receive(
        pbxId,
        """
        start | %1$s | +375290001111 | SALES
        end   | %2$s | +375290001111 | SALES | missed
        """
            .formatted(at, later(at, 20)));
  }

  private static String later(String at, int seconds) {
    return NotificationTable.time(at).plusSeconds(seconds).toString().replace("Z", "");
  }

  private void lockForAMoment(int attempts) {
    journal
        .sql()
        .execute(
            "select journal.lock_or_give_up(array['journal.notification']::regclass[], "
                + attempts
                + ")");
  }

  private String statistics() {
    return journal.rows("select t from stats.hourly_line as t order by t::text")
        + journal.rows("select t from stats.daily_manager as t order by t::text")
        + journal.rows("select t from stats.daily_quality as t order by t::text");
  }

  private String everything() {
    return journal.derived()
        + journal.rows(
            "select n.caller, n.receiver, n.fields, n.audio_path from journal.notification as n")
        + journal.rows("select r.query, encode(r.body, 'escape') from journal.rejected as r");
  }
}
