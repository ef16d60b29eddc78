package calltally.reporting.alarm;

import static calltally.reporting.alarm.AlarmFixture.EMPTY;
import static calltally.reporting.alarm.AlarmFixture.FULL;
import static calltally.reporting.alarm.AlarmFixture.NONE_REFUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What raises an alarm, and what ends it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AlarmMonitorTest {

  private AlarmFixture fixture;

  @BeforeAll
  void open() throws IOException {
    fixture = new AlarmFixture();
  }

  @AfterAll
  void close() {
    fixture.close();
  }

  @AfterEach
  void forget() throws IOException {
    fixture.forget();
  }

  @Test
  void a_quiet_hour_is_reported_once_at_each_end_by_however_many_monitors() {
    AlarmMonitor one = fixture.monitor();
    AlarmMonitor other = fixture.monitor();

    one.look(fixture.at("2026-11-20T11:00:00"), EMPTY, NONE_REFUSED);
    one.look(fixture.at("2026-11-20T11:01:00"), EMPTY, NONE_REFUSED);
    other.look(fixture.at("2026-11-20T11:01:00"), EMPTY, NONE_REFUSED);
    assertThat(fixture.listener().states()).containsExactly("feed_quiet begun");

    other.look(fixture.at("2026-11-20T11:30:00"), EMPTY, NONE_REFUSED);
    one.look(fixture.at("2026-11-20T20:00:00"), EMPTY, NONE_REFUSED);
    assertThat(fixture.listener().states()).hasSize(1);

    other.look(fixture.at("2026-11-20T15:00:00"), EMPTY, NONE_REFUSED);
    fixture.monitor().look(fixture.at("2026-11-20T15:00:00"), EMPTY, NONE_REFUSED);
    assertThat(fixture.listener().states())
        .containsExactly("feed_quiet begun", "feed_quiet ended", "missed_rate begun");

    one.look(fixture.at("2026-11-20T15:30:00"), EMPTY, NONE_REFUSED);
    assertThat(fixture.listener().states()).hasSize(4).endsWith("missed_rate ended");
  }

  @Test
  void a_notice_names_the_source_and_the_figures() {
    fixture.monitor().look(fixture.at("2026-11-20T11:00:00"), EMPTY, NONE_REFUSED);

    assertThat(fixture.listener().heard.get(0).body())
        .contains("\"source\":\"main\"")
        .contains("\"began_at\":\"2026-11-20T08:00:00Z\",\"ended_at\":null")
        .contains("Calls in the last 60 minutes: 2. Usual on this weekday at this time: 12.")
        .contains("\"facts\":{")
        .contains("\"calls\":2");
  }

  @Test
  void a_holiday_raises_no_quiet_alarm() {
    fixture.history.holiday(LocalDate.parse("2026-11-20"));
    try {
      fixture.monitor().look(fixture.at("2026-11-20T11:00:00"), EMPTY, NONE_REFUSED);
    } finally {
      fixture.history.sql().execute("delete from config.holiday");
    }
    assertThat(fixture.listener().states()).isEmpty();
  }

  @Test
  void outdated_figures_raise_no_alarm_about_calls() {
    fixture.refreshedAt("2026-11-20T10:54:59");

    fixture.monitor().look(fixture.at("2026-11-20T11:00:00"), EMPTY, NONE_REFUSED);

    assertThat(fixture.listener().states()).containsExactly("refresh_late begun");
  }

  @Test
  void figures_that_an_open_transaction_holds_back_are_reported_with_its_session()
      throws Exception {
    fixture.refreshedAt("2026-11-20T10:59:59");
    try (Connection analyst = fixture.database().getConnection()) {
      analyst.setAutoCommit(false);
      DSLContext open = DSL.using(analyst);
      open.execute("set local application_name = 'pgAdmin'");
      open.execute("select pg_current_xact_id()");
      fixture
          .history
          .sql()
          .execute(
              """
              insert into journal.notification (source_id, received_at, occurred_at, digest, event,
                  fields, method, channel, parser_version)
              values (1, timestamptz '2026-11-20 10:50+03', '2026-11-20 10:50+03', sha256('held'),
                  'test', '{}', 'POST', 'http', 1)
              """);

      fixture.monitor().look(fixture.at("2026-11-20T11:00:00"), EMPTY, NONE_REFUSED);

      assertThat(fixture.listener().states()).containsExactly("refresh_late begun");
      assertThat(fixture.listener().heard.get(0).body())
          .contains("\"minutes\":10")
          .contains("session " + open.fetchValue("select pg_backend_pid()") + " of ")
          .contains("(pgAdmin)");
      analyst.rollback();
    } finally {
      fixture
          .history
          .sql()
          .execute(
              "update calls.refresh_cursor set (ingest_xid, notification_id) ="
                  + " (select ingest_xid, id from journal.notification"
                  + " order by ingest_xid desc, id desc limit 1)");
    }
  }

  @Test
  void many_refused_requests_are_reported_until_they_stop() {
    AlarmMonitor monitor = fixture.monitor();
    monitor.look(fixture.at("2026-11-20T09:00:00"), EMPTY, new RefusedRequests("spool", 99));
    assertThat(fixture.listener().states()).isEmpty();

    monitor.look(fixture.at("2026-11-20T09:01:00"), EMPTY, new RefusedRequests("spool", 100));
    monitor.look(fixture.at("2026-11-20T09:02:00"), EMPTY, new RefusedRequests("spool", 20));
    monitor.look(fixture.at("2026-11-20T09:02:00"), EMPTY, new RefusedRequests("other/spool", 0));
    assertThat(fixture.listener().states()).containsExactly("intrusion begun");

    monitor.look(fixture.at("2026-11-20T09:03:00"), EMPTY, new RefusedRequests("spool", 19));
    assertThat(fixture.listener().states()).containsExactly("intrusion begun", "intrusion ended");
  }

  @Test
  void a_full_spool_is_reported_without_a_database_and_not_again_when_it_is_back() {
    PGSimpleDataSource database = fixture.unpooled();
    String url = database.getUrl();
    database.setUrl("jdbc:postgresql://127.0.0.1:1/nowhere");
    AlarmMonitor monitor = fixture.monitor(database, fixture.webhook());
    for (int minute = 0; minute < 3; minute++) {
      InstantSource clock = fixture.at("2026-11-20T09:0%d:00".formatted(minute));
      assertThatThrownBy(() -> monitor.look(clock, FULL, NONE_REFUSED))
          .isInstanceOf(DataAccessException.class);
    }
    assertThat(fixture.listener().states()).containsExactly("spool_full begun");

    database.setUrl(url);
    monitor.look(fixture.at("2026-11-20T09:04:00"), FULL, NONE_REFUSED);
    fixture
        .monitor()
        .look(
            fixture.at("2026-11-20T09:04:00"), new SpoolFill("other/spool", 0, 1000), NONE_REFUSED);
    assertThat(fixture.listener().states()).containsExactly("spool_full begun");

    monitor.look(fixture.at("2026-11-20T09:05:00"), EMPTY, NONE_REFUSED);
    assertThat(fixture.listener().states()).containsExactly("spool_full begun", "spool_full ended");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T08:59:59.999, due, false",
    "2026-11-20T09:00:00, due, false",
    "2026-11-20T09:00:00.001, due, true",
    "2026-11-21T09:00:00, due, true",
    "2026-11-21T09:00:00.001, due, false",
    "2026-11-20T10:00:00, failed, true",
    "2026-11-20T10:00:00, empty, false",
    "2026-11-20T10:00:00, rendered, false",
  })
  void a_report_is_late_from_its_deadline_and_for_a_day(String now, String state, boolean isLate) {
    mailing(state);

    fixture.monitor().look(fixture.at(now), EMPTY, NONE_REFUSED);

    assertThat(fixture.listener().states().contains("report_late begun")).isEqualTo(isLate);
  }

  @ParameterizedTest
  @CsvSource({
    "waiting, true",
    "sending, true",
    "failed, true",
    "uncertain, false",
    "sent, false",
  })
  void a_report_that_one_recipient_did_not_get_is_late(String state, boolean isLate) {
    long mailing = mailing("rendered");
    delivery(mailing, "sent@example.com", "sent");
    delivery(mailing, "other@example.com", state);

    fixture.monitor().look(fixture.at("2026-11-20T10:00:00"), EMPTY, NONE_REFUSED);

    assertThat(fixture.listener().states().contains("report_late begun")).isEqualTo(isLate);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T09:15:00, due, false",
    "2026-11-20T09:15:00.001, due, true",
    "2026-11-20T09:15:00.001, unknown, true",
    "2026-11-20T09:15:00.001, failed, true",
    "2026-11-20T09:15:00.001, open, false",
    "2026-11-20T09:15:00.001, closed, false",
    "2026-11-23T09:00:00, failed, false",
  })
  void a_handover_is_late_after_a_quarter_of_an_hour_and_for_three_days(
      String now, String state, boolean isLate) {
    String since = fixture.at("2026-11-20T09:00:00").instant().toString();
    fixture
        .history
        .sql()
        .execute(
            """
            with caller as (
                insert into ledger.waiting_caller
                    (source_id, customer_key, pbx_id, missed_at, details)
                values (1, 1, 'call', cast({0} as timestamptz), '{}')
                returning source_id, caller_id
            )
            insert into ledger.caller_task
                (source_id, caller_id, receiver, state, details, written_revision, task, due_at,
                 recorded_at, changed_at, next_attempt_at)
            select c.source_id, c.caller_id, 'b24', {1}, '{}', 1, '7', t.at, t.at, t.at, t.at
            from caller as c
            cross join (select cast({0} as timestamptz) as at) as t
            """,
            DSL.inline(since), DSL.inline(state));

    fixture.monitor().look(fixture.at(now), EMPTY, NONE_REFUSED);
    fixture.history.sql().execute("delete from ledger.waiting_caller");

    assertThat(fixture.listener().states().contains("handover_late begun")).isEqualTo(isLate);
  }

  private long mailing(String state) {
    fixture
        .history
        .sql()
        .execute(
            "insert into ledger.subscription values (1, 'morning', '2026-11-01') on conflict do"
                + " nothing");
    return fixture
        .history
        .sql()
        .fetchSingle(
            """
            insert into ledger.mailing (source_id, subscription, from_date, until_date, due_at, deadline, state, next_attempt_at, reason, run_id, archive_path)
            values (1, 'morning', '2026-11-19', '2026-11-20', '2026-11-20 08:00+03', '2026-11-20 09:00+03', ?, now(), 'a reason', ?, 'here')
            returning mailing_id
            """,
            state,
            run())
        .get(0, Long.class);
  }

  private long run() {
    return fixture
        .history
        .sql()
        .fetchSingle(
            """
            insert into ledger.report_run (source_id, kind, from_date, until_date, generated_at, rendered_at)
            values (1, 'daily', '2026-11-19', '2026-11-20', now(), now())
            returning run_id
            """)
        .get(0, Long.class);
  }

  private void delivery(long mailing, String recipient, String state) {
    boolean isOver = List.of("sent", "failed", "uncertain").contains(state);
    fixture
        .history
        .sql()
        .execute(
            """
            insert into ledger.delivery
            select *
            from jsonb_populate_record(null::ledger.delivery, jsonb_build_object(
                'source_id', 1, 'mailing_id', ?, 'revision', 0, 'recipient', ?, 'is_bcc', false, 'message_id', ?,
                'subject', 'Report', 'archive_path', 'here', 'created_at', now(), 'state', ?, 'attempts', 0, 'lost_answers', 0,
                'without_attachments', false, 'fence', 0, 'next_attempt_at', case when ? then null else now() end,
                'lease_until', case when ? = 'sending' then now() end))
            """,
            mailing,
            recipient,
            recipient,
            state,
            isOver,
            state);
  }
}
