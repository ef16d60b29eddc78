package calltally.reporting.handover;

import static calltally.reporting.handover.CallbackFixture.IVAN;
import static calltally.reporting.handover.CallbackFixture.OLGA;
import static calltally.sql.jooq.ledger.Tables.CALLER_TASK;
import static calltally.sql.jooq.ledger.Tables.WAITING_CALLER;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.handover.bitrix24.Bitrix24;
import calltally.reporting.handover.bitrix24.Kind;
import calltally.reporting.report.query.History;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is notified of whom, and when. */
final class CallbackMonitorTest {

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

  @ParameterizedTest
  @CsvSource({
    "2026-11-18T10:30:21.000, 0",
    "2026-11-18T10:30:21.001, 1",
  })
  void a_caller_is_overdue_when_the_wait_exceeds_the_deadline(String now, int callers) {
    fixture.missed("10:00:00", IVAN, History.SALES);

    fixture.look(fixture.monitor(), now);

    assertThat(fixture.notifiedOf("boss")).hasSize(callers);
  }

  @Test
  void the_values_of_a_line_are_stronger_than_those_of_its_department_and_of_the_source() {
    history
        .sql()
        .execute(
            "insert into config.callback_rule values"
                + " (1, 'department', 'Support', '5 minutes', null, '{head@example.com}', true)");
    fixture.missed("10:00:00", IVAN, History.SALES);
    fixture.missed("10:00:00", OLGA, History.SUPPORT);
    CallbackMonitor monitor = fixture.monitor();

    fixture.watch(monitor, "2026-11-18T10:00:00", "2026-11-18T10:40:00");

    assertThat(fixture.notified())
        .filteredOn(line -> !line.contains("chat") && !line.contains("crm"))
        .containsExactly(
            "Wed 18 10:11 +03:00 | night | overdue +37529•••••02",
            "Wed 18 10:31 +03:00 | boss | overdue +375291110001");
  }

  @Test
  void a_caller_of_two_lines_is_overdue_as_soon_as_one_of_the_calls_is() {
    fixture.missed("10:00:00", IVAN, History.SALES);
    fixture.missed("10:05:00", IVAN, History.SUPPORT);

    fixture.watch(fixture.monitor(), "2026-11-18T10:00:00", "2026-11-18T11:00:00");

    assertThat(fixture.notified())
        .containsExactly(
            "Wed 18 10:16 +03:00 | crm | overdue +375291110001",
            "Wed 18 10:16 +03:00 | chat | overdue +37529•••••01",
            "Wed 18 10:16 +03:00 | night | overdue +375291110001");
  }

  @Test
  void a_withheld_number_is_never_reported_nor_a_caller_who_is_tried_in_vain_reported_twice() {
    history.missed("2026-11-18T10:00:00", null, History.SALES, History.ANNA);
    fixture.missed("10:00:00", IVAN, History.SALES);
    fixture.missed("10:40:00", IVAN, History.SALES);

    fixture.watch(fixture.monitor(), "2026-11-18T10:00:00", "2026-11-18T11:30:00");

    assertThat(fixture.notifiedOf("boss")).hasSize(1);
  }

  @Test
  void a_mailbox_gets_one_mail_in_five_minutes_that_lists_everybody() {
    for (int caller = 0; caller < 4; caller++) {
      fixture.missed("10:0%d:00".formatted(caller), "+37529111000" + caller, History.SALES);
    }
    fixture.missed("10:07:00", "+375291110009", History.SALES);
    CallbackMonitor monitor = fixture.monitor();

    fixture.look(monitor, "2026-11-18T10:31:00");
    fixture.watch(monitor, "2026-11-18T10:33:00", "2026-11-18T10:50:00");

    assertThat(fixture.notifiedOf("boss"))
        .containsExactly(
            "Wed 18 10:31 +03:00 | boss | overdue +375291110000",
            "Wed 18 10:36 +03:00 | boss | overdue +375291110001, overdue +375291110002,"
                + " overdue +375291110003",
            "Wed 18 10:41 +03:00 | boss | overdue +375291110009");
    assertThat(fixture.notifiedOf("crm")).hasSize(5);
  }

  @Test
  void what_becomes_known_after_hours_is_reported_the_next_morning_unless_settled_by_then() {
    fixture.missed("17:00:00", IVAN, History.SALES);
    fixture.missed("17:00:00", OLGA, History.SALES);
    history.reached("2026-11-18T19:00:00", History.ANNA, OLGA);
    history.refreshed();
    CallbackMonitor monitor = fixture.monitor();

    fixture.watch(monitor, "2026-11-18T18:00:00", "2026-11-18T18:10:00");
    fixture.watch(monitor, "2026-11-19T08:58:00", "2026-11-19T09:03:00");

    assertThat(fixture.notifiedOf("boss"))
        .containsExactly("Thu 19 09:00 +03:00 | boss | overdue +375291110001");
  }

  @Test
  void a_call_back_after_hours_is_reported_to_programs_at_once_and_to_people_in_the_morning() {
    fixture.missed("17:00:00", IVAN, History.SALES);
    history.reached("2026-11-18T20:00:00", History.ANNA, IVAN);
    history.refreshed();
    CallbackMonitor monitor = fixture.monitor();

    fixture.look(monitor, "2026-11-18T17:31:00");
    fixture.look(monitor, "2026-11-18T20:01:00");
    fixture.look(monitor, "2026-11-19T09:00:00");

    assertThat(fixture.notifiedOf("crm")).last().asString().startsWith("Wed 18 20:01");
    assertThat(fixture.notifiedOf("boss")).last().asString().startsWith("Thu 19 09:00");
    assertThat(fixture.notifiedOf("chat")).last().asString().startsWith("Thu 19 09:00");
  }

  @Test
  void callers_who_got_through_and_those_never_reached_are_settled_too() {
    fixture.missed("10:00:00", IVAN, History.SALES);
    fixture.missed("10:00:00", OLGA, History.SALES);
    history.answered("2026-11-18T12:00:00", IVAN, History.SALES, History.ANNA);
    history.refreshed();
    CallbackMonitor monitor = fixture.monitor();

    fixture.look(monitor, "2026-11-18T10:31:00");
    fixture.look(monitor, "2026-11-18T12:01:00");
    fixture.look(monitor, "2026-11-25T10:00:21");
    assertThat(fixture.notifiedOf("boss"))
        .hasSize(2)
        .last()
        .asString()
        .contains("settled +375291110001");
    fixture.look(monitor, "2026-11-25T10:01:00");

    assertThat(fixture.notifiedOf("boss"))
        .hasSize(3)
        .last()
        .asString()
        .contains("settled +375291110002");
    assertThat(history.sql().selectFrom(WAITING_CALLER).fetch(WAITING_CALLER.SETTLED_AS))
        .containsExactlyInAnyOrder("came_back", "expired");
  }

  @Test
  void a_new_wait_after_a_call_back_is_reported_again() {
    fixture.missed("10:00:00", IVAN, History.SALES);
    history.reached("2026-11-18T11:00:00", History.ANNA, IVAN);
    fixture.missed("12:00:00", IVAN, History.SALES);
    CallbackMonitor monitor = fixture.monitor();

    fixture.watch(monitor, "2026-11-18T10:20:00", "2026-11-18T12:40:00");

    assertThat(fixture.notifiedOf("boss"))
        .containsExactly(
            "Wed 18 10:31 +03:00 | boss | overdue +375291110001",
            "Wed 18 11:01 +03:00 | boss | settled +375291110001",
            "Wed 18 12:31 +03:00 | boss | overdue +375291110001");
  }

  @Test
  void while_calls_are_out_of_date_nobody_is_called_overdue() {
    fixture.missed("10:00:00", IVAN, History.SALES);
    Instant now = history.instant("2026-11-18T11:00:00");
    history
        .sql()
        .execute(
            "update calls.refresh_cursor set refreshed_at = cast(? as timestamptz)",
            now.minus(AreCallsCurrent.MOST_BEHIND).minusMillis(1).toString());

    fixture.monitor().look(InstantSource.fixed(now));

    assertThat(history.sql().fetchCount(WAITING_CALLER)).isZero();
  }

  @Test
  void several_services_that_look_at_the_same_time_tell_each_receiver_once() {
    fixture.missed("10:00:00", IVAN, History.SALES);
    fixture.missed("10:00:30", OLGA, History.SALES);
    history.sql().execute("update calls.refresh_cursor set refreshed_at = '2026-11-18 11:00+03'");
    InstantSource clock = InstantSource.fixed(history.instant("2026-11-18T11:00:00"));

    CompletableFuture.allOf(
            Stream.generate(fixture::monitor)
                .limit(4)
                .map(monitor -> CompletableFuture.runAsync(() -> monitor.look(clock)))
                .toArray(CompletableFuture[]::new))
        .join();
    fixture.look(fixture.monitor(), "2026-11-18T11:00:00");

    assertThat(fixture.notified())
        .containsExactlyInAnyOrder(
            "Wed 18 11:00 +03:00 | crm | overdue +375291110001",
            "Wed 18 11:00 +03:00 | crm | overdue +375291110002",
            "Wed 18 11:00 +03:00 | chat | overdue +37529•••••01, overdue +37529•••••02",
            "Wed 18 11:00 +03:00 | boss | overdue +375291110001, overdue +375291110002");
  }

  @Test
  void several_services_at_the_same_time_hand_each_caller_over_to_each_receiver_once() {
    for (int caller = 10; caller < 30; caller++) {
      history.missed("2026-11-18T10:00:00", "+3752911100" + caller, History.SALES, History.ANNA);
    }
    history.refreshed();
    history.sql().execute("update calls.refresh_cursor set refreshed_at = '2026-11-18 10:10+03'");
    fixture.crms =
        List.of(
            TaskFixture.receiver("b24", Bitrix24.of(fixture.program.address(), Kind.TODO), false));
    InstantSource clock = InstantSource.fixed(history.instant("2026-11-18T10:10:00"));

    CompletableFuture.allOf(
            Stream.generate(() -> fixture.afterMinutes(5))
                .limit(4)
                .map(monitor -> CompletableFuture.runAsync(() -> monitor.look(clock)))
                .toArray(CompletableFuture[]::new))
        .join();
    fixture.look(fixture.afterMinutes(5), "2026-11-18T10:10:00");

    assertThat(fixture.notified()).hasSize(20).doesNotHaveDuplicates();
    assertThat(history.sql().selectFrom(WAITING_CALLER).fetch(WAITING_CALLER.HANDED_TO))
        .hasSize(20)
        .allSatisfy(to -> assertThat(to).containsExactlyInAnyOrder("crm", "b24"));
    assertThat(history.sql().fetchCount(CALLER_TASK)).isEqualTo(20);
  }

  @Test
  void a_caller_who_is_overdue_already_is_handed_over_in_their_time_and_to_a_later_receiver() {
    fixture.missed("10:00:00", IVAN, History.SALES);

    fixture.look(fixture.afterMinutes(45), "2026-11-18T10:31:00");
    fixture.look(fixture.afterMinutes(45), "2026-11-18T10:45:20");
    fixture.look(fixture.afterMinutes(45), "2026-11-18T10:45:21");
    fixture.crms =
        List.of(
            TaskFixture.receiver("b24", Bitrix24.of(fixture.program.address(), Kind.TODO), false));
    fixture.look(fixture.afterMinutes(45), "2026-11-18T10:47:00");
    fixture.look(fixture.afterMinutes(45), "2026-11-18T10:48:00");

    assertThat(fixture.notifiedOf("crm"))
        .containsExactly(
            "Wed 18 10:31 +03:00 | crm | overdue +375291110001",
            "Wed 18 10:45 +03:00 | crm | waiting +375291110001");
    assertThat(history.sql().selectFrom(CALLER_TASK).fetch(CALLER_TASK.RECEIVER))
        .containsExactly("b24");
    assertThat(history.sql().selectFrom(WAITING_CALLER).fetchSingle(WAITING_CALLER.HANDED_TO))
        .containsExactlyInAnyOrder("crm", "b24");
  }
}
