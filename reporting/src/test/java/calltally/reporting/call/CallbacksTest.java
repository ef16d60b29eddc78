package calltally.reporting.call;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.call.fold.NotificationTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
  void a_call_at_the_very_moment_the_missed_one_ends_is_not_later() {
    journal.receive("same", "out start | 06:00:20 | A | C\nout answer | 06:00:25 | A | C");

    assertThat(stateAt("07:00:00")).isEqualTo("outstanding | - | - | -");
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

    assertThat(stateAt("06:29:59.999")).isEqualTo("outstanding | - | - | -");
    assertThat(stateAt("06:30:00")).isEqualTo("came_back | - | 1785.000 | -");
    assertThat(stateAt("09:00:00")).isEqualTo("came_back | 3580.000 | 1785.000 | Boris");
    assertThat(
            journal.rows("select sum(callbacks), sum(callback_tries) from analytics.daily_manager"))
        .isEqualTo("0 | 0");
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

  private String stateAt(String time) {
    journal.refresh().run();
    return journal.rows(
        "select state, seconds_to_callback, seconds_to_contact, called_back_by"
            + " from analytics.missed_call_at('%s') where pbx_id = 'missed'"
                .formatted(NotificationTable.time(time)));
  }
}
