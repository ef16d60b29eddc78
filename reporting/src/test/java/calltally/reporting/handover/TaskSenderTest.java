package calltally.reporting.handover;

import static calltally.reporting.handover.CallbackFixture.IVAN;
import static calltally.reporting.handover.CallbackFixture.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.handover.BitrixPortal.Fault;
import calltally.reporting.handover.bitrix24.Kind;
import calltally.reporting.report.query.History;
import calltally.sql.retention.CustomerRecords;
import calltally.sql.retention.RetentionRun;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tasks in Bitrix24, whatever fails. Each test has a week of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TaskSenderTest {

  private static final List<String> STEPS =
      List.of(
          "crm.activity.list",
          "crm.duplicate.findbycomm",
          "crm.lead.add",
          "crm.activity.todo.add",
          "crm.activity.todo.updateDescription",
          "crm.activity.update");

  private TaskFixture fixture;
  private BitrixPortal portal;
  private LocalDate day = LocalDate.of(2021, 1, 4);

  @BeforeAll
  void open() throws IOException {
    fixture = new TaskFixture();
    portal = fixture.portal;
  }

  @AfterEach
  void forget() {
    day = day.plusWeeks(2);
    fixture.forget();
    fixture.handOverTo(fixture.receiver(Kind.TODO, false));
  }

  @AfterAll
  void close() {
    fixture.close();
  }

  private String at(String time) {
    return day + "T" + time;
  }

  private List<String> todos() {
    return portal.todos.values().stream().map(PortalItem::toString).toList();
  }

  private void watch(String from, String until, int minutes) {
    fixture.watch(at(from), at(until), minutes);
  }

  @Test
  void a_caller_becomes_a_todo_of_their_contact_that_is_updated_and_closed_with_a_remark() {
    String date = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).format(day);
    portal.contacts.put("80291110001", 12L);
    fixture.missed(at("10:00:00"), IVAN);

    fixture.look(at("10:05:20"));
    assertThat(todos()).isEmpty();
    fixture.look(at("10:05:21"));
    assertThat(todos())
        .containsExactly(
            "Call back +375 29 111-00-01 · Sales | 3 12 | 7"
                + " | Sales / waits since %s 10:00 / Did not answer: Anna | open".formatted(date));
    assertThat(fixture.states()).containsExactly("open");
    assertThat(portal.todos.values())
        .extracting(todo -> todo.deadline)
        .containsExactly(day + "T10:30:21+03:00");
    fixture.missed(at("10:08:00"), IVAN);
    fixture.look(at("10:09:00"));
    assertThat(fixture.states()).containsExactly("updated");
    assertThat(todos().get(0)).contains("2 missed calls, the last %s 10:08".formatted(date));
    fixture.reached(at("10:20:00"), IVAN);
    watch("10:21:30", "10:25:30", 1);

    assertThat(fixture.states()).containsExactly("closed");
    assertThat(todos())
        .singleElement()
        .asString()
        .endsWith("Closed by Calltally: called back %s 10:20 by Anna | completed".formatted(date));
    assertThat(portal.leads).isEmpty();
  }

  @Test
  void who_got_through_and_who_was_never_reached_close_their_todos_with_a_remark() {
    String date = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).format(day);
    fixture.missed(at("10:00:00"), IVAN);
    fixture.missed(at("10:00:00"), OLGA);
    fixture.history.answered(at("10:20:00"), IVAN, History.SALES, History.ANNA);
    fixture.history.refreshed();

    watch("10:06:00", "10:16:00", 2);
    assertThat(fixture.states()).containsExactly("open", "open");
    watch("10:22:00", "10:28:00", 2);
    assertThat(fixture.states()).containsExactlyInAnyOrder("open", "closed");
    fixture.look(day.plusWeeks(1) + "T10:01:00");

    assertThat(fixture.states()).containsExactly("closed", "closed");
    assertThat(todos())
        .satisfiesExactlyInAnyOrder(
            todo ->
                assertThat(todo)
                    .endsWith(
                        "Closed by Calltally: got through %s 10:20 | completed".formatted(date)),
            todo ->
                assertThat(todo)
                    .contains("Closed by Calltally: never reached, call-back window over")
                    .endsWith("| completed"));
  }

  @Test
  void an_unknown_number_becomes_a_lead_first_and_a_caller_settled_in_time_becomes_nothing() {
    fixture.missed(at("10:00:00"), IVAN);
    fixture.missed(at("10:00:00"), OLGA);
    fixture.reached(at("10:03:00"), OLGA);

    watch("10:04:00", "10:09:00", 1);

    assertThat(portal.leads).hasSize(1);
    assertThat(portal.leads.get(0).path("PHONE").path(0).path("VALUE").asText()).isEqualTo(IVAN);
    assertThat(todos()).singleElement().asString().contains(" | 1 1 | 7 | ");
  }

  @Test
  void a_task_is_linked_to_the_contact_and_one_that_was_completed_by_hand_is_closed() {
    fixture.handOverTo(fixture.receiver(Kind.TASK, false));
    portal.contacts.put("375291110001", 12L);
    fixture.missed(at("10:00:00"), IVAN);

    fixture.look(at("10:06:00"));
    assertThat(portal.tasks.values()).singleElement().asString().contains(" | C_12 | 7 | ");
    portal.tasks.values().iterator().next().isCompleted = true;
    fixture.reached(at("10:20:00"), IVAN);
    fixture.look(at("10:22:00"));

    assertThat(fixture.states()).containsExactly("closed");
  }

  @Test
  void a_deadline_at_a_full_minute_has_seconds_which_the_portal_requires() {
    fixture.missed(at("09:59:39"), IVAN);

    fixture.look(at("10:06:00"));

    assertThat(portal.todos.values())
        .extracting(todo -> todo.deadline)
        .containsExactly(day + "T10:30:00+03:00");
  }

  @Test
  void a_masked_receiver_gets_no_number_and_no_link() {
    fixture.handOverTo(fixture.receiver(Kind.TASK, true));
    portal.contacts.put("375291110001", 12L);
    fixture.missed(at("10:00:00"), IVAN);

    fixture.look(at("10:06:00"));
    fixture.reached(at("10:20:00"), IVAN);
    fixture.look(at("10:22:00"));

    assertThat(portal.tasks.values()).singleElement().asString().contains(" | - | ", "completed");
    assertThat(portal.requests.toString()).doesNotContain("1110001", "111-00-01", "11-00-01");
  }

  @Test
  void a_responsible_who_is_unknown_to_the_portal_is_replaced_by_the_default() {
    portal.users.remove(7L);
    fixture.missed(at("10:00:00"), IVAN);

    fixture.look(at("10:06:00"));
    portal.users.add(7L);

    assertThat(todos()).singleElement().asString().contains(" | 1 1 | 1 | ");
  }

  @Test
  void a_todo_that_was_deleted_in_the_portal_is_closed() {
    fixture.missed(at("10:00:00"), IVAN);
    fixture.look(at("10:06:00"));
    portal.todos.clear();
    fixture.missed(at("10:10:00"), IVAN);

    watch("10:11:00", "10:20:00", 3);

    assertThat(fixture.states()).containsExactly("closed");
    assertThat(todos()).isEmpty();
  }

  static Stream<Arguments> faults() {
    return STEPS.stream()
        .flatMap(step -> Arrays.stream(Fault.values()).map(fault -> Arguments.of(step, fault)));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whatever_fails_at_whichever_request_there_is_one_todo_and_it_is_closed(
      String step, Fault fault) {
    cause(fault, step);
    fixture.missed(at("10:00:00"), IVAN);
    watch("10:06:00", "10:30:00", 6);
    fixture.missed(at("10:31:00"), IVAN);
    watch("10:32:00", "10:52:00", 5);
    fixture.reached(at("10:53:00"), IVAN);
    watch("10:55:00", "11:25:00", 6);

    assertThat(fixture.states()).containsExactly("closed");
    assertThat(todos()).singleElement().asString().contains("2 missed calls").endsWith("completed");
    assertThat(portal.leads).hasSize(1);
    assertThat(fixture.ledger()).doesNotContain("111000", "111-00", BitrixPortal.CODE);
  }

  @ParameterizedTest
  @CsvSource({"LOST_ANSWER", "NO_ANSWER_IN_TIME", "BAD_GATEWAY"})
  void where_the_portal_cannot_be_asked_a_todo_stays_unknown_and_nothing_is_created_twice(
      Fault fault) {
    cause(fault, "crm.activity.todo.add");
    fixture.missed(at("10:00:00"), IVAN);
    fixture.look(at("10:06:00"));
    Fault[] ever = Stream.generate(() -> Fault.LOGIN_PAGE).limit(60).toArray(Fault[]::new);
    portal.fail("crm.activity.list", ever);

    for (int hour = 0; hour < 60; hour++) {
      fixture.send(
          fixture.sender(), fixture.history.instant(at("11:00:00")).plus(Duration.ofHours(hour)));
    }

    assertThat(fixture.states()).containsExactly("unknown");
    assertThat(todos()).hasSize(1);
    assertThat(late("11:00:00", "30 minutes")).containsExactly("b24 1");
  }

  private void cause(Fault fault, String step) {
    if (fault == Fault.NO_ANSWER_IN_TIME) {
      fixture.handOverToSilentPortal();
    }
    portal.fail(step, fault);
  }

  private List<String> late(String time, String longerThan) {
    return fixture
        .history
        .sql()
        .fetch(
            "select receiver, callers"
                + " from ledger.late_handover(cast(? as timestamptz), cast(? as interval))",
            fixture.history.instant(at(time)).toString(),
            longerThan)
        .map(row -> row.get(0) + " " + row.get(1));
  }

  @Test
  void a_portal_that_refuses_for_two_days_gets_no_more_and_a_handover_is_late_until_it_succeeds() {
    portal.fail(
        "crm.activity.list",
        Stream.generate(() -> Fault.ACCESS_DENIED).limit(100).toArray(Fault[]::new));
    fixture.missed(at("10:00:00"), IVAN);
    fixture.look(at("10:06:00"));
    assertThat(late("10:36:00", "30 minutes")).isEmpty();
    assertThat(late("10:36:01", "30 minutes")).containsExactly("b24 1");
    Instant start = fixture.history.instant(at("10:06:00"));
    TaskSender sender = fixture.sender();

    IntStream.range(1, 100)
        .forEach(hour -> fixture.send(sender, start.plus(Duration.ofHours(hour))));

    assertThat(fixture.states()).containsExactly("failed");
    assertThat(portal.requests).hasSize(50);
    assertThat(fixture.ledger()).contains("HTTP 400: ACCESS_DENIED, Denied: +…");
  }

  @Test
  void the_limit_of_requests_is_never_exceeded_and_everybody_is_handed_over() {
    for (int caller = 10; caller < 40; caller++) {
      fixture.history.missed(at("10:00:00"), "+3752911100" + caller, History.SALES, History.ANNA);
    }
    fixture.history.refreshed();
    Instant start = fixture.history.instant(at("10:06:00"));
    fixture.record(start);
    TaskSender sender = fixture.sender();

    for (int second = 0; second < 120; second += 10) {
      fixture.send(sender, start.plusSeconds(second));
    }

    assertThat(todos()).hasSize(30);
    assertThat(portal.refusedByLimit()).isZero();
  }

  @Test
  void several_services_at_the_same_time_create_each_todo_once_and_obey_the_limit() {
    for (int caller = 10; caller < 30; caller++) {
      fixture.history.missed(at("10:00:00"), "+3752911100" + caller, History.SALES, History.ANNA);
    }
    fixture.history.refreshed();
    Instant start = fixture.history.instant(at("10:06:00"));
    fixture.record(start);
    List<TaskSender> senders = Stream.generate(fixture::sender).limit(3).toList();

    for (int minute = 0; minute < 20; minute++) {
      Instant now = start.plus(Duration.ofMinutes(minute));
      CompletableFuture.allOf(
              senders.stream()
                  .map(sender -> CompletableFuture.runAsync(() -> fixture.send(sender, now)))
                  .toArray(CompletableFuture[]::new))
          .join();
    }

    assertThat(todos()).hasSize(20);
    assertThat(portal.leads).hasSize(20);
    assertThat(fixture.states()).hasSize(20).containsOnly("open");
    assertThat(portal.refusedByLimit()).isPositive();
  }

  @Test
  void what_a_portal_asks_to_wait_delays_all_its_todos() {
    portal.fail("crm.activity.list", Fault.TIME_LIMIT);
    fixture.missed(at("10:00:00"), IVAN);
    fixture.missed(at("10:00:30"), OLGA);

    watch("10:06:00", "10:10:00", 1);
    assertThat(portal.requests).hasSize(1);
    fixture.look(at("10:11:00"));

    assertThat(todos()).hasSize(2);
  }

  @Test
  void a_restored_database_finds_the_todo_that_was_created_before() {
    fixture.missed(at("10:00:00"), IVAN);
    fixture.look(at("10:06:00"));
    fixture.history.sql().execute("delete from ledger.caller_task");
    fixture.history.sql().execute("delete from ledger.waiting_caller");

    fixture.look(at("10:07:00"));

    assertThat(todos()).hasSize(1);
    assertThat(fixture.states()).containsExactly("updated");
  }

  @Test
  void erasing_and_retention_reach_tasks_and_an_export_shows_them() {
    fixture.missed(at("10:00:00"), IVAN);
    fixture.missed(at("10:00:00"), OLGA);
    fixture.look(at("10:06:00"));
    assertThat(fixture.states()).hasSize(2);
    CustomerRecords customer = new CustomerRecords(fixture.history.pool(), 1, IVAN);
    assertThat(String.valueOf(customer.export().get("waiting_callers")))
        .contains("\"receiver\": \"b24\"", "\"state\": \"open\"");

    assertThat(customer.erase()).containsEntry("waiting_callers", 1L);
    assertThat(fixture.states()).hasSize(1);
    fixture
        .history
        .sql()
        .execute("insert into config.retention (source_id, call_months) values (1, 1)");
    new RetentionRun(fixture.history.pool())
        .run(day.plusMonths(3).atStartOfDay(ZoneOffset.UTC).toInstant());
    fixture.history.sql().execute("delete from config.retention");
    day = day.plusMonths(4);

    assertThat(fixture.states()).isEmpty();
  }
}
