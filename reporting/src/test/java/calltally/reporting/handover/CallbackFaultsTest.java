package calltally.reporting.handover;

import static calltally.reporting.handover.CallbackFixture.IVAN;
import static calltally.sql.jooq.ledger.Routines.openCallerMessage;
import static calltally.sql.jooq.ledger.Tables.CALLER_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.query.History;
import calltally.sql.retention.CustomerRecords;
import calltally.sql.retention.RetentionRun;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of notifications when a receiver or a service fails, or a customer is erased. */
final class CallbackFaultsTest {

  private CallbackFixture fixture;
  private History history;

  @BeforeEach
  void open() throws IOException {
    fixture = new CallbackFixture(ZoneId.of("Europe/Minsk"));
    history = fixture.history;
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void a_program_that_answers_with_the_page_of_an_error_gets_the_event_again() {
    fixture.missed("10:00:00", IVAN, History.SALES);
    fixture.program.answers(502, "<html><title>Bad gateway</title></html>");

    fixture.look(fixture.afterMinutes(5), "2026-11-18T10:06:00");
    fixture.program.answers(200, "");
    fixture.watch(fixture.afterMinutes(5), "2026-11-18T10:07:00", "2026-11-18T10:12:00");

    assertThat(fixture.notifiedOf("crm"))
        .containsExactly(
            "Wed 18 10:06 +03:00 | crm | waiting +375291110001",
            "Wed 18 10:07 +03:00 | crm | waiting +375291110001");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void a_service_that_dies_before_it_sends_is_replaced_by_another(int steps) {
    fixture.missed("10:00:00", IVAN, History.SALES);
    Instant now = history.instant("2026-11-18T10:31:00");
    DSLContext sql = DSL.using(fixture.database(), SQLDialect.POSTGRES);
    new RecordOverdue(fixture.receivers(), now).run(sql);
    if (steps > 1) {
      Long unused = openCallerMessage(sql.configuration(), "boss@example.com", now, true);
    }
    if (steps > 2) {
      assertThat(new ClaimMessage("boss@example.com", true, now).run(sql)).isPresent();
    }

    fixture.watch(fixture.monitor(), "2026-11-18T10:31:00", "2026-11-18T10:45:00");

    assertThat(fixture.notifiedOf("boss"))
        .containsExactly(
            "Wed 18 10:%d +03:00 | boss | overdue +375291110001".formatted(steps > 2 ? 36 : 31));
  }

  @Test
  void a_receiver_that_fails_is_tried_again_and_delays_no_other() {
    fixture.missed("10:00:00", IVAN, History.SALES);
    fixture.telegram.answers(
        429, "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":150}}");
    CallbackMonitor monitor = fixture.monitor();

    fixture.watch(monitor, "2026-11-18T10:31:00", "2026-11-18T10:33:00");
    fixture.telegram.answers(200, "{\"ok\":true}");
    fixture.watch(monitor, "2026-11-18T10:34:00", "2026-11-18T10:40:00");

    assertThat(fixture.notified())
        .containsExactly(
            "Wed 18 10:31 +03:00 | crm | overdue +375291110001",
            "Wed 18 10:31 +03:00 | chat | overdue +37529•••••01",
            "Wed 18 10:31 +03:00 | boss | overdue +375291110001",
            "Wed 18 10:34 +03:00 | chat | overdue +37529•••••01");
  }

  @Test
  void a_chat_that_blocked_the_bot_gets_no_second_attempt_and_the_ledger_says_why() {
    fixture.missed("10:00:00", IVAN, History.SALES);
    fixture.telegram.answers(
        403,
        "{\"ok\":false,\"error_code\":403,"
            + "\"description\":\"Forbidden: bot was blocked by the user\"}");

    fixture.watch(fixture.monitor(), "2026-11-18T10:31:00", "2026-11-18T11:00:00");

    assertThat(fixture.notifiedOf("chat")).hasSize(1);
    assertThat(
            history
                .sql()
                .selectFrom(CALLER_MESSAGE)
                .where(CALLER_MESSAGE.CHANNEL.eq("telegram -100123"))
                .fetchSingle(CALLER_MESSAGE.ANSWER))
        .isEqualTo("HTTP 403: Forbidden: bot was blocked by the user");
  }

  @Test
  void the_ledger_holds_no_number_and_erasing_a_customer_removes_what_is_left() {
    fixture.missed("10:00:00", IVAN, History.SALES);
    CallbackMonitor monitor = fixture.monitor();
    fixture.look(monitor, "2026-11-18T10:31:00");
    assertThat(ledger()).doesNotContain("1110001", CallbackFixture.TOKEN);
    CustomerRecords customer = new CustomerRecords(history.pool(), 1, IVAN);
    assertThat(customer.count()).containsEntry("waiting_callers", 1L);

    assertThat(customer.erase()).containsEntry("waiting_callers", 1L);
    history.refreshed();
    fixture.watch(monitor, "2026-11-18T10:32:00", "2026-11-18T10:45:00");

    assertThat(ledger()).isEqualTo("");
    assertThat(fixture.notifiedOf("boss")).hasSize(1);
  }

  @Test
  void entries_are_deleted_with_the_calls_that_they_are_about() {
    history.sql().execute("insert into config.retention (source_id, call_months) values (1, 1)");
    history.missed("2026-08-05T10:00:00", IVAN, History.SALES, History.ANNA);
    history.refreshed();
    fixture.look(fixture.monitor(), "2026-08-05T10:31:00");
    assertThat(ledger()).isNotEqualTo("");

    new RetentionRun(history.pool()).run(history.instant("2026-11-24T00:00:00"));

    assertThat(ledger()).isEqualTo("");
  }

  private String ledger() {
    return String.valueOf(
        history
            .sql()
            .fetchValue(
                "select concat((select string_agg(w::text, ' ') from ledger.waiting_caller as w),"
                    + " (select string_agg(m::text, ' ') from ledger.caller_message as m),"
                    + " (select string_agg(n::text, ' ') from ledger.caller_notice as n))"));
  }
}
