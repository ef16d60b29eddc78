package calltally.reporting.call;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.call.fold.NotificationTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 8 of the definitions. The missed call ends at 06:00:20. */
final class CallbacksTest {

  private final TestJournal journal = new TestJournal("Europe/Minsk");

  @BeforeEach
  void a_call_is_missed() {
    journal.receive(
        "missed", "start | 06:00:00 | C | SALES\nend | 06:00:20 | C | SALES | noanswer");
  }

  @AfterEach
  void drop() {
    journal.close();
  }

  @Test
  void nothing_happened_means_outstanding_until_the_window_has_passed() {
    assertThat(stateAt("06:00:19.999")).isEmpty();
    assertThat(stateAt("06:00:20")).isEqualTo("outstanding | - | - | -");
    assertThat(stateAt("2026-11-27T06:00:20")).isEqualTo("outstanding | - | - | -");
    assertThat(stateAt("2026-11-27T06:00:20.001")).isEqualTo("expired | - | - | -");
  }

  @Test
  void an_unanswered_try_is_no_contact_and_expires_too() {
    journal.receive("try", "out start | 06:10:00 | A | C\nout end | 06:10:30 | A | C | noanswer");

    assertThat(stateAt("06:09:59.999")).isEqualTo("outstanding | - | - | -");
    assertThat(stateAt("06:10:00")).isEqualTo("tried | 580.000 | - | Anna");
    assertThat(stateAt("2026-11-27T06:00:20.001")).isEqualTo("expired | 580.000 | - | Anna");
  }

  @Test
  void a_call_at_the_very_moment_the_missed_one_ends_counts() {
    journal.receive("same", "out start | 06:00:20 | A | C\nout answer | 06:00:25 | A | C");

    assertThat(stateAt("07:00:00")).isEqualTo("returned | 0.000 | 5.000 | Anna");
  }

  @Test
  void a_call_to_a_colleague_is_no_call_back() {
    journal
        .sql()
        .execute(
            "insert into directory.manager_number values (1, 'C', '2026-11-21', null, 'Clara')");
    journal.receive("try", "out start | 2026-11-21T06:00:00 | A | C");
    journal.receive(
        "contact", "start | 2026-11-21T07:00:00 | C | SALES\nanswer | 2026-11-21T07:00:05 | C | A");

    assertThat(stateAt("2026-11-21T08:00:00")).isEqualTo("outstanding | - | - | -");
  }

  @Test
  void the_manager_who_reached_the_customer_gets_the_call_back() {
    journal.receive("try", "out start | 06:10:00 | A | C\nout end | 06:10:30 | A | C | noanswer");
    journal.receive("contact", "out start | 07:00:00 | B | C\nout answer | 07:00:10 | B | C");
    journal.receive("later", "start | 08:00:00 | C | SALES\nanswer | 08:00:05 | C | A");

    assertThat(stateAt("09:00:00")).isEqualTo("returned | 580.000 | 3590.000 | Boris");
    assertThat(
            journal.rows(
                "select manager, callbacks, callback_tries from analytics.daily_manager order by 1"))
        .isEqualTo("Anna | 0 | 1\nBoris | 1 | 0");
  }

  @Test
  void a_customer_who_gets_through_first_counts_as_came_back() {
    journal.receive("back", "start | 06:30:00 | C | SUPPORT\nanswer | 06:30:05 | C | A");
    journal.receive("late", "out start | 07:00:00 | B | C\nout answer | 07:00:10 | B | C");

    assertThat(stateAt("06:30:09.999")).isEqualTo("outstanding | - | - | -");
    assertThat(stateAt("06:30:10")).isEqualTo("came_back | - | 1785.000 | -");
    assertThat(stateAt("09:00:00")).isEqualTo("came_back | 3580.000 | 1785.000 | -");
    assertThat(
            journal.rows("select sum(callbacks), sum(callback_tries) from analytics.daily_manager"))
        .isEqualTo("0 | 0");
  }

  @ParameterizedTest
  @CsvSource({
    "07:00:14.999, tried | 3580.000 | - | Boris, 0 | 1",
    "07:00:15.000, returned | 3580.000 | 3590.000 | Boris, 1 | 0"
  })
  void who_talks_for_less_than_five_seconds_reached_a_mailbox(
      String end, String state, String callbacks) {
    journal.receive(
        "short",
        "out start | 07:00:00 | B | C\nout answer | 07:00:10 | B | C\nout end | %s | B | C | answer"
            .formatted(end));

    assertThat(stateAt("09:00:00")).isEqualTo(state);
    assertThat(callbacksOf("Boris")).isEqualTo(callbacks);
  }

  @ParameterizedTest
  @CsvSource({"06:10:14.999, 0 | 1", "06:10:15, 0 | 0"})
  void a_try_is_placed_while_nobody_has_reached_the_customer(String start, String callbacks) {
    journal.receive("contact", "out start | 06:10:00 | A | C\nout answer | 06:10:10 | A | C");
    journal.receive(
        "try", "out start | %s | B | C\nout end | 06:11:00 | B | C | busy".formatted(start));
    journal.refresh().run();

    assertThat(callbacksOf("Boris")).isEqualTo(callbacks);
  }

  @ParameterizedTest
  @CsvSource({"06:00:20, 0 | 0", "06:00:20.001, 0 | 1"})
  void a_call_placed_before_the_missed_one_ended_counts_when_answered_after(
      String answer, String callbacks) {
    journal.receive(
        "short",
        "out start | 06:00:10 | B | C\nout answer | %s | B | C\nout end | 06:00:22 | B | C | answer"
            .formatted(answer));
    journal.refresh().run();

    assertThat(callbacksOf("Boris")).isEqualTo(callbacks);
  }

  @Test
  void a_call_without_an_answer_or_an_end_is_presumed_missed_until_either_comes() {
    journal.receive("hangs", "start | 07:00:00 | D | SALES");
    journal.receive("try", "out start | 07:30:00 | A | D\nout end | 07:30:20 | A | D | busy");
    journal.refresh().run();
    assertThat(presumedAt("10:59:59.999")).isEmpty();
    assertThat(presumedAt("11:00:00")).isEqualTo("hangs | tried | 1800.000 | Anna");
    assertThat(callbacksOf("Anna")).isEqualTo("0 | 1");

    journal.receive("hangs", "end | 12:00:00 | D | SALES | noanswer");
    journal.refresh().run();
    assertThat(presumedAt("11:59:59.999")).isEqualTo("hangs | tried | 1800.000 | Anna");
    assertThat(presumedAt("12:00:00")).isEmpty();
    assertThat(callbacksOf("Anna")).isEqualTo("0 | 0");
  }

  @Test
  void who_was_never_reached_is_named_when_the_window_has_passed() {
    journal.receive("other", "start | 08:00:00 | C | SUPPORT\nend | 08:00:20 | C | SUPPORT | busy");
    journal.refresh().run();

    assertThat(neverReached("06:00:20.001", "null")).isEmpty();
    assertThat(neverReached("06:00:20", "'SALES'")).isEmpty();
    assertThat(neverReached("06:00:20.001", "'SALES'")).isEqualTo("missed | 1 | expired");
    assertThat(neverReached("08:00:20.001", "null")).isEqualTo("other | 2 | expired");
  }

  @Test
  void a_contact_without_an_answer_time_counts_from_its_start() {
    journal.receive(
        "contact", "out start | 07:00:00 | B | C\nout end | 07:01:00 | B | C | answer | 30");

    assertThat(stateAt("09:00:00")).isEqualTo("returned | 3580.000 | 3580.000 | Boris");
  }

  @Test
  void a_contact_after_the_window_does_not_count() {
    journal.receive("in", "out start | 2026-11-27T06:00:20 | B | C");
    journal.receive(
        "out",
        "out start | 2026-11-27T06:00:20.001 | B | C\nout answer | 2026-11-27T06:00:30 | B | C");

    assertThat(stateAt("2026-11-28T06:00:00")).isEqualTo("expired | 604800.000 | - | Boris");
  }

  @Test
  void a_withheld_number_cannot_be_called_back() {
    journal.receive("hidden", "start | 06:05:00 | | SALES\nend | 06:05:20 | | SALES | noanswer");
    journal.refresh().run();

    assertThat(
            journal.rows(
                "select pbx_id, state from analytics.missed_call_at('2026-11-20T07:00:00Z') order by 1"))
        .isEqualTo("hidden | withheld\nmissed | outstanding");
  }

  @Test
  void a_call_that_arrives_late_takes_the_contact_from_a_later_one() {
    journal.receive(
        "next day",
        "out start | 2026-11-21T07:00:00 | B | C\nout answer | 2026-11-21T07:00:10 | B | C");
    journal.refresh().run();
    journal.receive("same day", "out start | 07:00:00 | A | C\nout answer | 07:00:10 | A | C");
    journal.refresh().run();

    assertThat(
            journal.rows(
                "select local_date, manager, callbacks from analytics.daily_manager order by 1"))
        .isEqualTo("2026-11-20 | Anna | 1\n2026-11-21 | Boris | 0");
  }

  @Test
  void the_window_of_a_call_that_ends_before_its_start_begins_at_its_end() {
    journal.receive("odd", "start | 12:00:00 | D | SALES\nend | 11:00:00 | D | SALES | noanswer");
    journal.receive(
        "odder", "start | 12:00:00 | E | SALES\nend | 2026-11-09T12:00:00 | E | SALES | noanswer");
    journal.refresh().run();
    journal.receive("try", "out start | 11:30:00 | A | D");
    journal.refresh().run();

    assertThat(
            journal.rows(
                """
                select pbx_id, state, seconds_to_callback
                from analytics.missed_call_at('2026-11-20T13:00:00Z')
                where customer <> 'C'
                order by pbx_id
                """))
        .isEqualTo("odd | tried | 1800.000\nodder | expired | -");
  }

  private String callbacksOf(String manager) {
    return journal.rows(
        "select sum(callbacks), sum(callback_tries) from analytics.daily_manager where manager = '%s'"
            .formatted(manager));
  }

  private String presumedAt(String time) {
    return journal.rows(
        "select pbx_id, state, seconds_to_callback, called_back_by"
            + " from analytics.missed_call_at('%s') where presumed"
                .formatted(NotificationTable.time(time)));
  }

  /** At a time of the day on which the windows end. */
  private String neverReached(String time, String line) {
    return journal.rows(
        """
        select pbx_id, missed_calls, state
        from analytics.never_reached_callers('main', '2026-11-27', '2026-11-28', '2026-11-27 %sZ', %s)
        """
            .formatted(time, line));
  }

  private String stateAt(String time) {
    journal.refresh().run();
    return journal.rows(
        "select state, seconds_to_callback, seconds_to_contact, called_back_by"
            + " from analytics.missed_call_at('%s') where pbx_id = 'missed'"
                .formatted(NotificationTable.time(time)));
  }
}
