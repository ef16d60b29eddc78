package calltally.reporting.handover;

import static calltally.reporting.handover.CallbackFixture.IVAN;
import static calltally.reporting.handover.CallbackFixture.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.query.History;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is notified to whom and when, minute by minute. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CallbackTimesTest {

  private CallbackFixture fixture;

  @BeforeAll
  void open() throws IOException {
    fixture = new CallbackFixture(ZoneId.of("Europe/Berlin"));
  }

  @AfterEach
  void forget() {
    assertTasksAreDueWhenTheDeadlinePasses();
    fixture.forget();
  }

  @AfterAll
  void close() {
    fixture.close();
  }

  /** The time is known before it passes, by another way. */
  private void assertTasksAreDueWhenTheDeadlinePasses() {
    assertThat(
            fixture
                .history
                .sql()
                .fetch(
                    """
                    select
                        overdue_since,
                        ledger.callback_due(source_id, line, department, missed_at) as due_at
                    from ledger.waiting_caller
                    where overdue_since is not null
                    """))
        .isNotEmpty()
        .allSatisfy(
            caller -> assertThat(caller.get("due_at")).isEqualTo(caller.get("overdue_since")));
  }

  /** A call that is missed at 17:20, and a call-back at 9:05. */
  private void missedAndReached(String day, String next) {
    fixture.history.missed(day + "T17:19:39", IVAN, History.SALES, History.ANNA);
    fixture.history.reached(next + "T09:05:00", History.ANNA, IVAN);
    fixture.history.refreshed();
  }

  private List<String> watched(String day, String... days) {
    CallbackMonitor monitor = fixture.monitor();
    fixture.watch(monitor, day + "T17:45:00", day + "T18:10:00");
    for (String next : days) {
      fixture.look(monitor, next + "T00:00:00");
      fixture.watch(monitor, next + "T08:55:00", next + "T09:20:00");
      fixture.look(monitor, next + "T20:00:00");
    }
    return fixture.notified();
  }

  @Test
  void a_deadline_at_17_50_is_reported_before_the_hours_end_and_the_call_back_the_next_morning() {
    missedAndReached("2026-11-18", "2026-11-19");

    assertThat(watched("2026-11-18", "2026-11-19"))
        .containsExactly(
            "Wed 18 17:51 +01:00 | crm | overdue +375291110001",
            "Wed 18 17:51 +01:00 | chat | overdue +37529•••••01",
            "Wed 18 17:51 +01:00 | boss | overdue +375291110001",
            "Thu 19 09:06 +01:00 | crm | settled +375291110001",
            "Thu 19 09:06 +01:00 | chat | settled +37529•••••01",
            "Thu 19 09:06 +01:00 | boss | settled +375291110001");
  }

  @Test
  void a_weekend_does_not_count() {
    missedAndReached("2026-11-20", "2026-11-23");
    fixture.history.missed("2026-11-20T17:44:39", OLGA, History.SALES, History.ANNA);
    fixture.history.refreshed();

    assertThat(watched("2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"))
        .containsExactly(
            "Fri 20 17:51 +01:00 | crm | overdue +375291110001",
            "Fri 20 17:51 +01:00 | chat | overdue +37529•••••01",
            "Fri 20 17:51 +01:00 | boss | overdue +375291110001",
            "Mon 23 09:06 +01:00 | crm | settled +375291110001",
            "Mon 23 09:06 +01:00 | chat | settled +37529•••••01",
            "Mon 23 09:06 +01:00 | boss | settled +375291110001",
            "Mon 23 09:16 +01:00 | crm | overdue +375291110002",
            "Mon 23 09:16 +01:00 | chat | overdue +37529•••••02",
            "Mon 23 09:16 +01:00 | boss | overdue +375291110002");
  }

  @Test
  void a_holiday_does_not_count() {
    fixture.history.holiday(LocalDate.parse("2026-12-25"));
    missedAndReached("2026-12-24", "2026-12-28");
    fixture.history.missed("2026-12-24T17:44:39", OLGA, History.SALES, History.ANNA);
    fixture.history.refreshed();

    assertThat(watched("2026-12-24", "2026-12-25", "2026-12-28"))
        .containsExactly(
            "Thu 24 17:51 +01:00 | crm | overdue +375291110001",
            "Thu 24 17:51 +01:00 | chat | overdue +37529•••••01",
            "Thu 24 17:51 +01:00 | boss | overdue +375291110001",
            "Mon 28 09:06 +01:00 | crm | settled +375291110001",
            "Mon 28 09:06 +01:00 | chat | settled +37529•••••01",
            "Mon 28 09:06 +01:00 | boss | settled +375291110001",
            "Mon 28 09:16 +01:00 | crm | overdue +375291110002",
            "Mon 28 09:16 +01:00 | chat | overdue +37529•••••02",
            "Mon 28 09:16 +01:00 | boss | overdue +375291110002");
  }

  @Test
  void a_change_of_clocks_over_a_weekend_moves_no_deadline() {
    missedAndReached("2026-03-27", "2026-03-30");
    fixture.history.missed("2026-03-27T17:44:39", OLGA, History.SALES, History.ANNA);
    fixture.history.refreshed();

    assertThat(watched("2026-03-27", "2026-03-28", "2026-03-29", "2026-03-30"))
        .filteredOn(line -> line.contains("boss"))
        .containsExactly(
            "Fri 27 17:51 +01:00 | boss | overdue +375291110001",
            "Mon 30 09:06 +02:00 | boss | settled +375291110001",
            "Mon 30 09:16 +02:00 | boss | overdue +375291110002");
  }

  @Test
  void minutes_are_counted_through_a_night_in_which_clocks_change() {
    fixture
        .history
        .sql()
        .execute(
            "insert into config.line_shift select 1, '+375290000002', day, '00:00', '00:00'"
                + " from generate_series(1, 7) as day");
    fixture.history.missed("2026-03-29T01:54:39", IVAN, History.SUPPORT, History.VERA);
    fixture.history.missed("2026-10-25T01:54:39", OLGA, History.SUPPORT, History.VERA);
    fixture.history.refreshed();
    CallbackMonitor monitor = fixture.monitor();

    for (String missed : List.of("2026-03-29T00:55:00Z", "2026-10-24T23:55:00Z")) {
      for (int minute = 0; minute <= 20; minute++) {
        fixture.look(monitor, Instant.parse(missed).plus(Duration.ofMinutes(minute)));
      }
    }

    assertThat(fixture.notified())
        .filteredOn(line -> line.contains("night"))
        .filteredOn(line -> line.contains("overdue"))
        .containsExactly(
            "Sun 29 03:06 +02:00 | night | overdue +375291110001",
            "Sun 25 02:06 +02:00 | night | overdue +375291110002");
  }
}
