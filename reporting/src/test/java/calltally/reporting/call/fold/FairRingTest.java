package calltally.reporting.call.fold;

import static calltally.reporting.call.fold.FoldFixture.attempts;
import static calltally.reporting.call.fold.FoldFixture.fold;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections 4 and 5 of the definitions: how long a phone of an unanswered call rang. */
final class FairRingTest {

  @ParameterizedTest
  @CsvSource({
    "06:00:10.999, cancel, caller_gave_up, CALLER_GAVE_UP",
    "06:00:11.000, cancel, no_answer, NO_ANSWER",
    "06:00:11.001, cancel, no_answer, NO_ANSWER",
    "06:00:10.999, noanswer, caller_gave_up, CALLER_GAVE_UP",
    "06:00:11.000, noanswer, no_answer, NO_ANSWER",
    "06:00:10.999, missed, caller_gave_up, CALLER_GAVE_UP",
    "06:00:11.000, missed, no_answer, NO_ANSWER",
    "06:00:10.999, busy, busy, BUSY",
    "06:00:11.000, unavailable, unavailable, UNAVAILABLE",
    "06:00:11.000, other, other, UNAVAILABLE"
  })
  void a_phone_that_rang_for_ten_seconds_could_have_been_answered(
      String end, String status, String outcome, MissedReason reason) {
    Call call = rungFrom("06:00:01", end, status, end);

    assertThat(attempts(call).get(0)).startsWith("A " + outcome + " ");
    assertThat(call.missedReason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "06:00:05.999, cancel, other",
    "06:00:06.000, cancel, caller_gave_up",
    "06:00:06.001, cancel, caller_gave_up",
    "06:00:05.999, noanswer, no_answer",
    "06:00:06.000, noanswer, caller_gave_up",
    "06:00:05.999, missed, no_answer"
  })
  void a_ring_that_ended_at_most_a_second_before_the_call_ended_with_it(
      String end, String status, String outcome) {
    assertThat(attempts(rungFrom("06:00:01", end, status, "06:00:07")).get(0))
        .startsWith("A " + outcome + " ");
  }

  @ParameterizedTest
  @CsvSource({
    "cancel, caller_gave_up, CALLER_GAVE_UP",
    "noanswer, no_answer, NO_ANSWER",
    "missed, no_answer, NO_ANSWER"
  })
  void a_ring_of_unknown_length_was_given_up_only_if_it_was_cancelled(
      String status, String outcome, MissedReason reason) {
    Call call =
        fold(
            """
            start      | 06:00:00 | C | SALES
            member end | 06:00:03 | C | A     | %s
            end        | 06:00:03 | C | SALES | noanswer
            """
                .formatted(status));

    assertThat(attempts(call)).containsExactly("A " + outcome + " -");
    assertThat(call.missedReason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "06:00:10.999, cancel, caller_gave_up",
    "06:00:11, cancel, no_answer",
    "06:00:02, noanswer, no_answer"
  })
  void without_the_end_of_the_call_only_a_cancelled_ring_ended_with_it(
      String end, String status, String outcome) {
    assertThat(
            attempts(
                    """
                    start        | 06:00:00 | C | SALES
                    member start | 06:00:01 | C | A
                    member end   | %s       | C | A | %s
                    """
                        .formatted(end, status))
                .get(0))
        .startsWith("A " + outcome + " ");
  }

  @ParameterizedTest
  @CsvSource({
    "06:00:09.999, noanswer, caller_gave_up, CALLER_GAVE_UP",
    "06:00:10, noanswer, no_answer, NO_ANSWER",
    "06:00:10, busy, busy, BUSY"
  })
  void a_direct_call_is_judged_by_the_same_table(
      String end, String status, String outcome, MissedReason reason) {
    Call call = fold("start | 06:00:00 | C | A\nend | %s | C | A | %s".formatted(end, status));

    assertThat(attempts(call).get(0)).startsWith("A " + outcome + " ").endsWith(" implied");
    assertThat(call.missedReason()).isEqualTo(reason);
  }

  @Test
  void a_direct_call_whose_start_was_not_received_rang_for_an_unknown_time() {
    assertThat(attempts("end | 06:00:03 | C | A | noanswer"))
        .containsExactly("A no_answer - implied");
    assertThat(attempts("answer | 06:00:03 | C | A\nend | 06:00:33 | C | SALES | answer"))
        .containsExactly("A answered - implied");
  }

  @ParameterizedTest
  @CsvSource({
    "06:00:04.999, cancel, true",
    "06:00:05.000, cancel, false",
    "06:00:02, busy, false",
    "06:00:02, unavailable, false",
    "06:00:02, other, false"
  })
  void only_what_the_caller_may_have_ended_is_short(String end, String status, boolean isShort) {
    assertThat(rungFrom("06:00:01", end, status, end).isShort()).isEqualTo(isShort);
  }

  @Test
  void what_the_exchange_refused_before_any_ring_is_not_short() {
    assertThat(fold("start | 06:00:00 | C | SALES\nend | 06:00:01 | C | SALES | busy").isShort())
        .isFalse();
    assertThat(
            fold("start | 06:00:00 | C | SALES\nend | 06:00:01 | C | SALES | noanswer").isShort())
        .isTrue();
  }

  private static Call rungFrom(String start, String end, String status, String callEnd) {
    return fold(
        """
        start        | 06:00:00 | C | SALES
        member start | %s       | C | A
        member end   | %s       | C | A     | %s
        end          | %s       | C | SALES | noanswer
        """
            .formatted(start, end, status, callEnd));
  }
}
