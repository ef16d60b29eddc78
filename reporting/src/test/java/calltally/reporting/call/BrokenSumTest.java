package calltally.reporting.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Damaged rows appear in stats.broken_sum; {@code ExpectedRowsTest} shows that it is empty
 * otherwise.
 */
final class BrokenSumTest {

  private final TestJournal journal = new TestJournal("Europe/Minsk");

  @BeforeEach
  void a_call_is_answered_and_one_is_missed() {
    journal.receive(
        "1",
        """
        start        | 06:00:00 | C | SALES
        member start | 06:00:01 | C | A
        answer       | 06:00:05 | C | A
        member end   | 06:00:35 | C | A     | answer
        end          | 06:00:35 | C | SALES | answer
        """);
    journal.receive(
        "2",
        """
        start        | 07:00:00 | C | SALES
        member start | 07:00:01 | C | B
        member end   | 07:00:35 | C | B     | noanswer
        end          | 07:00:35 | C | SALES | noanswer
        """);
    journal.refresh().run();
    assertThat(broken()).isEmpty();
  }

  @AfterEach
  void drop() {
    journal.close();
  }

  @Test
  void an_hour_that_counts_a_call_twice_is_found() {
    damage("update stats.hourly_line set outgoing = 1 where missed = 1");

    assertThat(broken())
        .isEqualTo("2026-11-20 | stats.hourly_line: outgoing as in the calls | 0 | 1");
  }

  @Test
  void a_lost_hour_is_found() {
    damage("delete from stats.hourly_line where missed = 1");

    assertThat(broken())
        .contains("stats.hourly_line: incoming as in the calls | 2 | 1")
        .contains("stats.hourly_line: wait_missed_sum as in the calls | 35.000 | 0");
  }

  @Test
  void outcomes_and_reasons_that_do_not_add_up_are_found() {
    damage(
        "alter table stats.hourly_line drop constraint hourly_line_incoming_is_the_sum_of_outcomes");
    damage(
        "alter table stats.hourly_line drop constraint hourly_line_missed_is_the_sum_of_reasons");
    damage("update stats.hourly_line set incoming = 2, missed_busy = 1 where missed = 1");

    assertThat(broken())
        .contains("incoming = answered + missed + unfinished | 3 | 2")
        .contains("missed = sum of its reasons | 1 | 2");
  }

  @Test
  void a_manager_whose_attempts_differ_from_their_outcomes_is_found() {
    damage(
        "alter table stats.daily_manager drop constraint daily_manager_attempts_are_the_sum_of_outcomes");
    damage("update stats.daily_manager set attempts = 5 where manager = 'Boris'");

    assertThat(broken()).contains("attempts = sum of their outcomes, of Boris | 5 | 1");
  }

  @Test
  void an_answered_call_that_no_manager_has_is_found() {
    damage("update stats.daily_manager set calls_answered = 0 where manager = 'Anna'");

    assertThat(broken())
        .contains(
            "calls answered over managers = answered incoming calls with a known manager | 1 | 0")
        .contains(
            "stats.daily_manager: calls_answered as in the calls and attempts, of Anna | 1 | 0");
  }

  @Test
  void ring_times_that_are_not_those_of_the_attempts_are_found() {
    damage("update stats.daily_manager set ring_milliseconds = '{}' where manager = 'Anna'");

    assertThat(broken())
        .isEqualTo(
            "2026-11-20 | stats.daily_manager: ring_milliseconds as in the calls and attempts,"
                + " of Anna | 4000.000 | 0");
  }

  @Test
  void an_answered_call_without_an_answered_attempt_is_found() {
    damage("update calls.attempt set outcome = 'other' where manager = 'Anna'");

    assertThat(broken())
        .contains(
            "answered calls with a known manager = those with an answered attempt of that manager | 1 | 0");
  }

  @Test
  void a_day_that_counts_a_call_too_many_is_found() {
    damage("update stats.daily_quality set calls = 3");

    assertThat(broken())
        .isEqualTo("2026-11-20 | stats.daily_quality: calls as in the calls | 2 | 3");
  }

  private void damage(String statement) {
    journal.sql().execute(statement);
  }

  private String broken() {
    return journal.rows(
        "select local_date, rule, expected, found from stats.broken_sum order by rule");
  }
}
