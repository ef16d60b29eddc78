package calltally.reporting.alarm;

import static calltally.sql.jooq.ledger.Tables.ALARM;
import static calltally.sql.jooq.ledger.Tables.ALARM_NOTICE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.reporting.mail.CircuitBreakers;
import calltally.reporting.mail.MailAddress;
import calltally.reporting.mail.MailEncryption;
import calltally.reporting.mail.MailServer;
import calltally.reporting.mail.MailTimeouts;
import calltally.reporting.report.query.History;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A company with twelve calls between 10 and 11 on its usual Fridays, and one Friday without. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AlarmMonitorTest {

  private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
  private static final SpoolFill EMPTY = new SpoolFill("one/spool", 0, 1000);
  private static final RefusedRequests NONE_REFUSED = new RefusedRequests("spool", 0);
  private static final SpoolFill FULL = new SpoolFill("one/spool", 800, 1000);

  private final CircuitBreakers breakers =
      new CircuitBreakers(InstantSource.fixed(Instant.parse("2026-11-20T08:00:00Z")));
  private History history;
  private WebhookListener webhookListener;

  @BeforeAll
  void tellHistory() {
    history = new History(MINSK);
    history.shift(DayOfWeek.FRIDAY, "09:00", "18:00");
    for (String friday : List.of("10-23", "10-30", "11-06", "11-13")) {
      for (int minute = 0; minute < 60; minute += 5) {
        answered("2026-%sT10:%02d:00".formatted(friday, minute));
        answered("2026-%sT14:%02d:00".formatted(friday, minute));
      }
    }
    answered("2026-11-20T10:01:00");
    answered("2026-11-20T10:20:00");
    for (int call = 0; call < 11; call++) {
      history.missed(
          "2026-11-20T14:%02d:00".formatted(call), "+375291110001", History.SALES, History.ANNA);
    }
    history.refreshed();
    refreshedAt("2026-11-21T00:00:00");
  }

  @AfterAll
  void close() {
    history.close();
  }

  @BeforeEach
  void listen() throws IOException {
    webhookListener = new WebhookListener();
  }

  @AfterEach
  void forget() {
    webhookListener.close();
    history.sql().deleteFrom(ALARM_NOTICE).execute();
    history.sql().deleteFrom(ALARM).execute();
    history.sql().execute("delete from ledger.delivery");
    history.sql().execute("delete from ledger.mailing");
    refreshedAt("2026-11-21T00:00:00");
  }

  @Test
  void a_quiet_hour_is_reported_once_at_each_end_by_however_many_monitors() {
    AlarmMonitor one = monitor();
    AlarmMonitor other = monitor();

    one.look(at("2026-11-20T11:00:00"), EMPTY, NONE_REFUSED);
    one.look(at("2026-11-20T11:01:00"), EMPTY, NONE_REFUSED);
    other.look(at("2026-11-20T11:01:00"), EMPTY, NONE_REFUSED);
    assertThat(webhookListener.states()).containsExactly("feed_quiet begun");

    other.look(at("2026-11-20T11:30:00"), EMPTY, NONE_REFUSED);
    one.look(at("2026-11-20T20:00:00"), EMPTY, NONE_REFUSED);
    assertThat(webhookListener.states()).hasSize(1);

    other.look(at("2026-11-20T15:00:00"), EMPTY, NONE_REFUSED);
    monitor().look(at("2026-11-20T15:00:00"), EMPTY, NONE_REFUSED);
    assertThat(webhookListener.states())
        .containsExactly("feed_quiet begun", "feed_quiet ended", "missed_rate begun");

    one.look(at("2026-11-20T15:30:00"), EMPTY, NONE_REFUSED);
    assertThat(webhookListener.states()).hasSize(4).endsWith("missed_rate ended");
  }

  @Test
  void a_notice_names_the_source_and_the_figures() {
    monitor().look(at("2026-11-20T11:00:00"), EMPTY, NONE_REFUSED);

    assertThat(webhookListener.heard.get(0).body())
        .contains("\"source\":\"main\"")
        .contains("\"began_at\":\"2026-11-20T08:00:00Z\",\"ended_at\":null")
        .contains("Calls in the last 60 minutes: 2. Usual on this weekday at this time: 12.")
        .contains("\"facts\":{")
        .contains("\"calls\":2");
  }

  @Test
  void a_holiday_raises_no_quiet_alarm() {
    history.holiday(LocalDate.parse("2026-11-20"));
    try {
      monitor().look(at("2026-11-20T11:00:00"), EMPTY, NONE_REFUSED);
    } finally {
      history.sql().execute("delete from config.holiday");
    }
    assertThat(webhookListener.states()).isEmpty();
  }

  @Test
  void outdated_figures_raise_no_alarm_about_calls() {
    refreshedAt("2026-11-20T10:54:59");

    monitor().look(at("2026-11-20T11:00:00"), EMPTY, NONE_REFUSED);

    assertThat(webhookListener.states()).containsExactly("refresh_late begun");
  }

  @Test
  void figures_that_an_open_transaction_holds_back_are_reported_with_its_session()
      throws Exception {
    refreshedAt("2026-11-20T10:59:59");
    try (Connection analyst = database().getConnection()) {
      analyst.setAutoCommit(false);
      DSLContext open = DSL.using(analyst);
      open.execute("set local application_name = 'pgAdmin'");
      open.execute("select pg_current_xact_id()");
      history
          .sql()
          .execute(
              """
              insert into journal.notification (source_id, received_at, occurred_at, digest, event,
                  fields, method, channel, parser_version)
              values (1, timestamptz '2026-11-20 10:50+03', '2026-11-20 10:50+03', sha256('held'),
                  'test', '{}', 'POST', 'http', 1)
              """);

      monitor().look(at("2026-11-20T11:00:00"), EMPTY, NONE_REFUSED);

      assertThat(webhookListener.states()).containsExactly("refresh_late begun");
      assertThat(webhookListener.heard.get(0).body())
          .contains("\"minutes\":10")
          .contains("session " + open.fetchValue("select pg_backend_pid()") + " of ")
          .contains("(pgAdmin)");
      analyst.rollback();
    } finally {
      history
          .sql()
          .execute(
              "update calls.refresh_cursor set (ingest_xid, notification_id) ="
                  + " (select ingest_xid, id from journal.notification"
                  + " order by ingest_xid desc, id desc limit 1)");
    }
  }

  @Test
  void a_receiver_that_does_not_answer_is_notified_again_until_it_does() {
    AlarmMonitor monitor = monitor();
    webhookListener.status = 503;
    monitor.look(at("2026-11-20T11:00:00"), EMPTY, NONE_REFUSED);
    monitor.look(at("2026-11-20T11:00:59"), EMPTY, NONE_REFUSED);
    assertThat(webhookListener.states()).hasSize(1);
    assertThat(answer()).isEqualTo("HTTP 503");

    webhookListener.status = 302;
    monitor.look(at("2026-11-20T11:01:00"), EMPTY, NONE_REFUSED);
    assertThat(webhookListener.states()).hasSize(2);
    assertThat(answer()).isEqualTo("HTTP 302");

    webhookListener.status = 200;
    monitor.look(at("2026-11-20T11:03:00"), EMPTY, NONE_REFUSED);
    monitor.look(at("2026-11-20T12:03:00"), EMPTY, NONE_REFUSED);
    assertThat(webhookListener.states()).hasSize(3);
    assertThat(answer()).isEqualTo("HTTP 200");
    assertThat(webhookListener.heard.stream().map(heard -> heard.body()).distinct()).hasSize(1);
  }

  @Test
  void the_end_is_never_reported_before_the_beginning() {
    AlarmMonitor monitor = monitor();
    webhookListener.status = 500;
    monitor.look(at("2026-11-20T09:00:00"), FULL, NONE_REFUSED);
    webhookListener.status = 200;
    monitor.look(at("2026-11-20T09:00:30"), EMPTY, NONE_REFUSED);
    assertThat(webhookListener.states()).containsExactly("spool_full begun");

    monitor.look(at("2026-11-20T09:01:00"), EMPTY, NONE_REFUSED);
    assertThat(webhookListener.states())
        .containsExactly("spool_full begun", "spool_full begun", "spool_full ended");
  }

  @Test
  void many_refused_requests_are_reported_until_they_stop() {
    AlarmMonitor monitor = monitor();
    monitor.look(at("2026-11-20T09:00:00"), EMPTY, new RefusedRequests("spool", 99));
    assertThat(webhookListener.states()).isEmpty();

    monitor.look(at("2026-11-20T09:01:00"), EMPTY, new RefusedRequests("spool", 100));
    monitor.look(at("2026-11-20T09:02:00"), EMPTY, new RefusedRequests("spool", 20));
    monitor.look(at("2026-11-20T09:02:00"), EMPTY, new RefusedRequests("other/spool", 0));
    assertThat(webhookListener.states()).containsExactly("intrusion begun");

    monitor.look(at("2026-11-20T09:03:00"), EMPTY, new RefusedRequests("spool", 19));
    assertThat(webhookListener.states()).containsExactly("intrusion begun", "intrusion ended");
  }

  @Test
  void a_full_spool_is_reported_without_a_database_and_not_again_when_it_is_back() {
    PGSimpleDataSource database = database();
    String url = database.getUrl();
    database.setUrl("jdbc:postgresql://127.0.0.1:1/nowhere");
    AlarmMonitor monitor =
        new AlarmMonitor(
            database, AlarmThresholds.DEFAULT, List.of(webhook()), breakers, Locale.ENGLISH, MINSK);
    for (int minute = 0; minute < 3; minute++) {
      InstantSource clock = at("2026-11-20T09:0%d:00".formatted(minute));
      assertThatThrownBy(() -> monitor.look(clock, FULL, NONE_REFUSED))
          .isInstanceOf(DataAccessException.class);
    }
    assertThat(webhookListener.states()).containsExactly("spool_full begun");

    database.setUrl(url);
    monitor.look(at("2026-11-20T09:04:00"), FULL, NONE_REFUSED);
    monitor().look(at("2026-11-20T09:04:00"), new SpoolFill("other/spool", 0, 1000), NONE_REFUSED);
    assertThat(webhookListener.states()).containsExactly("spool_full begun");

    monitor.look(at("2026-11-20T09:05:00"), EMPTY, NONE_REFUSED);
    assertThat(webhookListener.states()).containsExactly("spool_full begun", "spool_full ended");
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

    monitor().look(at(now), EMPTY, NONE_REFUSED);

    assertThat(webhookListener.states().contains("report_late begun")).isEqualTo(isLate);
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

    monitor().look(at("2026-11-20T10:00:00"), EMPTY, NONE_REFUSED);

    assertThat(webhookListener.states().contains("report_late begun")).isEqualTo(isLate);
  }

  @Test
  void a_webhook_message_is_signed_like_those_of_the_exchange() throws GeneralSecurityException {
    monitor().look(at("2026-11-20T11:00:00"), EMPTY, NONE_REFUSED);

    WebhookListener.Heard heard = webhookListener.heard.get(0);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("a secret for alarms".getBytes(UTF_8), "HmacSHA256"));
    assertThat(heard.timestamp()).isEqualTo("1795161600");
    assertThat(heard.signature())
        .isEqualTo(
            HexFormat.of()
                .formatHex(mac.doFinal((heard.timestamp() + "." + heard.body()).getBytes(UTF_8))));
  }

  @Test
  void the_ledger_stores_neither_address_nor_secret_of_a_webhook() {
    monitor().look(at("2026-11-20T11:00:00"), EMPTY, NONE_REFUSED);

    assertThat(history.sql().selectFrom(ALARM_NOTICE).fetch().toString())
        .contains("127.0.0.1 ")
        .doesNotContain("key=")
        .doesNotContain("secret");
    assertThat(webhook().toString()).doesNotContain("secret");
  }

  @Test
  void a_receiver_that_never_answers_does_not_delay_the_others() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      WebhookChannel webhookChannel =
          new WebhookChannel(
              URI.create("http://127.0.0.1:" + silent.getLocalPort()),
              null,
              Duration.ofMillis(100));
      AlarmMonitor monitor = monitor(webhookChannel);

      monitor.look(at("2026-11-20T11:00:00"), EMPTY, NONE_REFUSED);

      assertThat(answer()).isIn("no answer within 100 ms", "not reached: HttpTimeoutException");
    }
  }

  @Test
  void a_silent_mail_server_delays_no_webhook_and_costs_its_mailboxes_three_attempts()
      throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      MailServer mute =
          new MailServer(
              "127.0.0.1",
              silent.getLocalPort(),
              null,
              MailEncryption.NONE,
              new MailTimeouts(
                  Duration.ofSeconds(30), Duration.ofMillis(50), Duration.ofSeconds(60)),
              "example.com");
      AlarmMonitor monitor =
          monitor(
              mailbox(mute, "a"),
              mailbox(mute, "b"),
              mailbox(mute, "c"),
              mailbox(mute, "d"),
              webhook());

      monitor.look(at("2026-11-20T11:00:00"), EMPTY, NONE_REFUSED);

      assertThat(webhookListener.states()).containsExactly("feed_quiet begun");
      assertThat(
              history
                  .sql()
                  .select(ALARM_NOTICE.ATTEMPTS)
                  .from(ALARM_NOTICE)
                  .orderBy(ALARM_NOTICE.ATTEMPTS)
                  .fetch(ALARM_NOTICE.ATTEMPTS))
          .containsExactly(0, 1, 1, 1, 1);
      assertThat(breakers.of(mute).isOpen()).isTrue();
    }
  }

  private static MailChannel mailbox(MailServer server, String name) {
    return new MailChannel(
        server, MailAddress.parse("reports@example.com"), MailAddress.parse(name + "@example.com"));
  }

  private void answered(String localTime) {
    history.answered(localTime, "+375291110000", History.SALES, History.ANNA);
  }

  private String answer() {
    return history.sql().select(ALARM_NOTICE.ANSWER).from(ALARM_NOTICE).fetchSingle().value1();
  }

  private long mailing(String state) {
    history
        .sql()
        .execute(
            "insert into ledger.subscription values (1, 'morning', '2026-11-01') on conflict do"
                + " nothing");
    return history
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
    return history
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
    history
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

  private void refreshedAt(String localTime) {
    history
        .sql()
        .execute(
            "update calls.refresh_cursor set refreshed_at = cast(? as timestamptz)",
            history.instant(localTime));
  }

  private InstantSource at(String localTime) {
    return InstantSource.fixed(history.instant(localTime));
  }

  private WebhookChannel webhook() {
    return WebhookChannel.of(webhookListener.address(), "a secret for alarms");
  }

  private AlarmMonitor monitor() {
    return monitor(webhook());
  }

  private AlarmMonitor monitor(AlarmChannel... receivers) {
    return new AlarmMonitor(
        database(), AlarmThresholds.DEFAULT, List.of(receivers), breakers, Locale.ENGLISH, MINSK);
  }

  /** Connections of the role that may do what reports may. */
  private PGSimpleDataSource database() {
    PGSimpleDataSource owner = (PGSimpleDataSource) history.owner();
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(owner.getUrl());
    database.setUser(owner.getUser());
    database.setOptions("-c role=calltally_report");
    return database;
  }
}
