package calltally.reporting.call.fold;

import static calltally.reporting.call.fold.FoldFixture.attempts;
import static calltally.reporting.call.fold.FoldFixture.fold;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections 3 and 4 of the definitions: whose an answer is that names nobody or the line. */
final class AnswersTest {

  @ParameterizedTest
  @CsvSource({
    "06:00:09.999, 06:00:20, A answered 0.001",
    "06:00:11.000, 06:00:20, A answered 0",
    "06:00:11.001, 06:00:20, A other 8.999",
    "06:00:01, 06:00:09.000, A answered 9.0",
    "06:00:01, 06:00:08.999, A other 7.999"
  })
  void an_answer_of_nobody_is_that_of_the_only_phone_ringing_then(
      String start, String end, String attempt) {
    assertThat(
            attempts(
                    """
                    start        | 06:00:00 | C | SALES
                    member start | %s       | C | A
                    answer       | 06:00:10 | C |
                    member end   | %s       | C | A     | cancel
                    end          | 06:00:40 | C | SALES | answer
                    """
                        .formatted(start, end))
                .get(0))
        .isEqualTo(attempt);
  }

  @Test
  void of_two_phones_ringing_the_one_whose_end_says_answer_has_answered() {
    Call call =
        fold(
            """
            start        | 06:00:00 | C | SALES
            member start | 06:00:01 | C | A
            member start | 06:00:01 | C | B
            answer       | 06:00:05 | C |
            member end   | 06:00:05 | C | A     | cancel
            member end   | 06:00:40 | C | B     | answer
            end          | 06:00:40 | C | SALES | answer
            """);

    assertThat(call.managerNumber()).isEqualTo("B");
    assertThat(attempts(call)).containsExactly("A taken_by_another 4.0", "B answered 4.0");
  }

  @Test
  void a_phone_that_has_answered_is_not_ringing_any_more() {
    Call call =
        fold(
            """
            start        | 06:00:00 | C | SALES
            member start | 06:00:01 | C | A
            answer       | 06:00:05 | C | A
            member start | 06:00:20 | C | B
            answer       | 06:00:25 | C | SALES
            member end   | 06:00:40 | C | A     | answer
            member end   | 06:00:40 | C | B     | answer
            end          | 06:00:40 | C | SALES | answer
            """);

    assertThat(attempts(call)).containsExactly("A answered 4.0", "B answered 5.0");
  }

  @Test
  void an_answer_of_nobody_without_any_ring_is_that_of_the_manager_dialled() {
    Call call =
        fold("start | 06:00:00 | C | A\nanswer | 06:00:04 | C |\nend | 06:00:18 | C | A | answer");

    assertThat(call.managerNumber()).isEqualTo("A");
    assertThat(attempts(call)).containsExactly("A answered 4.0 implied");
  }

  @Test
  void who_answers_has_an_answered_attempt() {
    assertThat(
            attempts(
                """
                start        | 06:00:00 | C | SALES
                member start | 06:00:01 | C | A
                answer       | 06:00:05 | C | A
                answer       | 06:00:20 | C | B
                answer       | 06:00:30 | C | X
                answer       | 06:00:31 | C | B
                end          | 06:00:40 | C | SALES | answer
                """))
        .containsExactly("A answered 4.0", "B answered - implied", "X answered - implied");
  }

  @Test
  void nobody_has_an_answered_attempt_of_a_missed_call_that_no_ring_shows() {
    assertThat(
            attempts(
                """
                start        | 06:00:00 | C | SALES
                member start | 06:00:01 | C | A
                member end   | 06:00:15 | C | A     | noanswer
                answer       | 06:00:20 | C | B
                end          | 06:00:40 | C | SALES | noanswer
                """))
        .containsExactly("A no_answer 14.0");
  }

  @Test
  void of_repeated_ends_of_a_ring_the_first_with_a_status_counts() {
    assertThat(
            attempts(
                """
                start        | 06:00:00 | C | SALES
                member start | 06:00:01 | C | A
                member end   | 06:00:03 | C | A
                member end   | 06:00:03 | C | A     | busy
                end          | 06:00:30 | C | SALES | noanswer
                """))
        .containsExactly("A busy 2.0");
  }
}
