package calltally.reporting.call.fold;

import static calltally.reporting.call.fold.FoldFixture.attempts;
import static calltally.reporting.call.fold.FoldFixture.fold;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that an exchange should not send but does, by the letter of sections 3 to 5. */
final class UnusualCallsTest {

  @Test
  void of_several_answers_the_first_one_counts_and_each_belongs_to_its_own_ring() {
    Call call =
        fold(
            """
            start        | 06:00:00 | C | SALES
            member start | 06:00:01 | C | A
            answer       | 06:00:05 | C | X
            answer       | 06:00:08 | C | A
            member end   | 06:00:20 | C | A     | answer
            end          | 06:00:20 | C | SALES | answer
            """);

    assertThat(call.managerNumber()).isEqualTo("X");
    assertThat(call.waitTime()).isEqualTo(Duration.ofSeconds(5));
    assertThat(attempts(call)).containsExactly("A answered 7.0", "X answered - implied");
  }

  @Test
  void a_call_handed_on_is_answered_twice_and_belongs_to_the_first_manager() {
    Call call =
        fold(
            """
            start        | 06:00:00 | C | SALES
            member start | 06:00:01 | C | A
            answer       | 06:00:05 | C | A
            member end   | 06:00:30 | C | A     | answer
            member start | 06:00:30 | C | B
            answer       | 06:00:32 | C | B
            member end   | 06:01:00 | C | B     | answer
            end          | 06:01:00 | C | SALES | answer
            """);

    assertThat(call.managerNumber()).isEqualTo("A");
    assertThat(call.talkTime()).isEqualTo(Duration.ofSeconds(55));
    assertThat(attempts(call)).containsExactly("A answered 4.0", "B answered 2.0");
  }

  @ParameterizedTest
  @CsvSource({"06:00:08.999, -", "06:00:09, 0"})
  void an_answer_before_the_start_leaves_the_wait_unknown(String answer, String ring) {
    Call call =
        fold(
            """
            start  | 06:00:10 | C | A
            answer | %s       | C | A
            end    | 06:00:30 | C | A | answer
            """
                .formatted(answer));

    assertThat(call.waitTime()).isNull();
    assertThat(call.anomalies()).containsExactly(Anomaly.NEGATIVE_TIME);
    assertThat(attempts(call)).containsExactly("A answered " + ring + " implied");
  }

  @Test
  void a_ring_that_begins_when_the_one_before_ends_takes_its_end() {
    assertThat(
            attempts(
                """
                start        | 06:00:00 | C | SALES
                member start | 06:00:00 | C | A
                member end   | 06:00:05 | C | A     | noanswer
                member start | 06:00:05 | C | A
                member end   | 06:00:10 | C | A     | answer
                end          | 06:00:20 | C | SALES | answer
                """))
        .containsExactly("A unknown -", "A no_answer 0", "A answered -");
  }

  @Test
  void an_extension_and_a_number_of_one_manager_at_one_instant_are_one_ring() {
    assertThat(
            attempts(
                """
                start        | 06:00:00 | C | SALES
                member start | 06:00:02 | C | A
                member start | 06:00:02 | C | 101
                member end   | 06:00:12 | C | A     | noanswer
                member end   | 06:00:12 | C | 101   | noanswer
                end          | 06:00:12 | C | SALES | noanswer
                """))
        .containsExactly("101 no_answer 10.0");
  }

  @Test
  void an_outgoing_call_that_ends_as_an_incoming_one_stays_outgoing() {
    Call call = fold("out start | 06:00:00 | A | C\nend | 06:00:10 | C | SALES | answer | 7.5");

    assertThat(call.direction()).isEqualTo(Direction.OUTGOING);
    assertThat(call.anomalies()).containsExactly(Anomaly.MIXED_DIRECTION);
    assertThat(call.customer()).isEqualTo("C");
    assertThat(call.managerNumber()).isEqualTo("A");
    assertThat(call.talkTime()).isEqualTo(Duration.ofMillis(7_500));
    assertThat(call.attempts()).isEmpty();
  }

  @Test
  void a_last_end_without_status_revokes_the_status_of_the_one_before() {
    Call call =
        fold(
            """
            start | 06:00:00 | C | SALES
            end   | 06:00:10 | C | SALES | answer
            end   | 06:00:20 | C | SALES
            """);

    assertThat(call.outcome()).isEqualTo(CallOutcome.MISSED);
    assertThat(call.waitTime()).isEqualTo(Duration.ofSeconds(20));
    assertThat(call.missedReason()).isEqualTo(MissedReason.NOT_OFFERED);
  }

  @Test
  void of_two_ends_at_one_instant_the_status_that_sorts_last_counts() {
    Call call =
        fold(
            """
            start | 06:00:00 | C | SALES
            end   | 06:00:10 | C | SALES | noanswer
            end   | 06:00:10 | C | SALES | answer
            """);

    assertThat(call.outcome()).isEqualTo(CallOutcome.MISSED);
  }

  @Test
  void a_ring_that_says_answer_in_a_missed_call_gives_no_reason() {
    Call call =
        fold(
            """
            start        | 06:00:00 | C | SALES
            member start | 06:00:02 | C | A
            member end   | 06:00:12 | C | A     | answer
            end          | 06:00:12 | C | SALES | noanswer
            """);

    assertThat(call.missedReason()).isEqualTo(MissedReason.UNKNOWN);
    assertThat(call.managerNumber()).isNull();
    assertThat(call.anomalies()).isEmpty();
    assertThat(attempts(call)).containsExactly("A answered -");
  }

  @ParameterizedTest
  @CsvSource({
    "06:00:10, 06:00:40, cancel, taken_by_another 30.0",
    "06:00:10.001, 06:00:40.001, cancel, other 30.0",
    "06:00:00, 06:00:09, noanswer, taken_by_another 9.0",
    "06:00:00, 06:00:08.999, noanswer, no_answer 8.999",
    "06:00:00, 06:00:40, busy, busy 40.0",
    "06:00:00, 06:00:40, unavailable, unavailable 40.0"
  })
  void a_ring_at_the_moment_of_another_s_answer_is_taken_by_another(
      String start, String end, String status, String expected) {
    assertThat(
            attempts(
                """
                start        | 06:00:00 | C | SALES
                member start | %s       | C | A
                member end   | %s       | C | A     | %s
                answer       | 06:00:10 | C | X
                end          | 06:01:00 | C | SALES | answer
                """
                    .formatted(start, end, status)))
        .containsExactly("A " + expected, "X answered - implied");
  }

  @ParameterizedTest
  @CsvSource({"06:00:04.999499, true", "06:00:04.999500, false"})
  void whether_a_call_is_short_depends_on_its_wait_in_whole_milliseconds(
      String end, boolean isShort) {
    Call call = fold("start | 06:00:00 | C | SALES\nend | " + end + " | C | SALES | cancel");

    assertThat(call.isShort()).isEqualTo(isShort);
  }

  @Test
  void a_cancelled_ring_of_a_call_without_an_end_gives_no_reason_yet() {
    Call call =
        fold(
            """
            start        | 06:00:00 | | SALES
            member start | 06:00:02 | | A
            member end   | 06:00:12 | | A | cancel
            member start | 06:00:12 | | B
            """);

    assertThat(call.outcome()).isEqualTo(CallOutcome.UNFINISHED);
    assertThat(call.missedReason()).isNull();
    assertThat(call.customer()).isNull();
    assertThat(attempts(call)).containsExactly("A no_answer 10.0", "B ringing -");
  }
}
