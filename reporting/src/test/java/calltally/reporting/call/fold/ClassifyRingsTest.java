package calltally.reporting.call.fold;

import static calltally.reporting.call.fold.FoldFixture.attempts;
import static calltally.reporting.call.fold.FoldFixture.fold;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 4 of the definitions. */
final class ClassifyRingsTest {

  @Test
  void a_direct_call_implies_an_attempt_of_the_manager_called() {
    assertThat(attempts("start | 06:00:00 | C | A\nend | 06:00:18 | C | A | busy"))
        .containsExactly("A busy 18.0 implied");
    assertThat(attempts("start | 06:00:00 | C | A\nend | 06:00:18 | C | A | answer"))
        .containsExactly("A answered - implied");
    assertThat(attempts("start | 06:00:00 | C | A")).isEmpty();
    assertThat(
            attempts(
                "start | 06:00:00 | C | A\nanswer | 06:00:04 | C | A\nend | 06:00:18 | C | A | answer"))
        .containsExactly("A answered 4.0 implied");
  }

  @Test
  void an_answering_number_in_no_directory_stands_for_itself() {
    Call call =
        fold(
            """
            start  | 06:00:00 | C | X
            answer | 06:00:04 | C | X
            end    | 06:00:18 | C | X | answer
            """);

    assertThat(call.managerNumber()).isEqualTo("X");
    assertThat(attempts(call)).containsExactly("X answered 4.0 implied");
  }

  @ParameterizedTest
  @CsvSource({"06:00:09.999, busy", "06:00:10.000, answered", "06:00:10.001, answered"})
  void an_answer_belongs_to_a_ring_that_ended_at_most_a_second_before(String end, String outcome) {
    List<String> attempts =
        attempts(
            """
            start        | 06:00:00 | C | SALES
            member start | 06:00:05 | C | A
            member end   | %s       | C | A | busy
            answer       | 06:00:11 | C | A
            end          | 06:00:30 | C | SALES | answer
            """
                .formatted(end));

    assertThat(attempts.get(0)).startsWith("A " + outcome);
  }

  @ParameterizedTest
  @CsvSource({"06:00:04.999, no_answer", "06:00:05.000, answered", "06:00:05.001, answered"})
  void an_answer_belongs_to_a_ring_that_started_at_most_a_second_after(
      String answer, String outcome) {
    List<String> attempts =
        attempts(
            """
            start        | 06:00:00 | C | SALES
            member start | 06:00:06 | C | A
            answer       | %s       | C | A
            member end   | 06:00:30 | C | A | noanswer
            end          | 06:00:30 | C | SALES | answer
            """
                .formatted(answer));

    assertThat(attempts.get(0)).startsWith("A " + outcome);
  }

  @Test
  void ring_time_of_an_answer_before_the_start_is_zero() {
    assertThat(
            attempts(
                """
                start        | 06:00:00 | C | SALES
                answer       | 06:00:05 | C | A
                member start | 06:00:05.5 | C | A
                end          | 06:00:30 | C | SALES | answer
                """))
        .containsExactly("A answered 0");
  }

  @ParameterizedTest
  @CsvSource({
    "noanswer, taken_by_another",
    "cancel, taken_by_another",
    "missed, taken_by_another",
    "other, taken_by_another",
    "'', taken_by_another",
    "busy, busy",
    "unavailable, unavailable"
  })
  void a_manager_whose_phone_rang_as_another_answered_is_not_blamed(String status, String outcome) {
    List<String> attempts =
        attempts(
            """
            start        | 06:00:00 | C | SALES
            member start | 06:00:01 | C | A
            member start | 06:00:01 | C | B
            answer       | 06:00:05 | C | B
            member end   | 06:00:04 | C | A | %s
            end          | 06:00:30 | C | SALES | answer
            """
                .formatted(status));

    assertThat(attempts).containsExactly("A " + outcome + " 3.0", "B answered 4.0");
  }

  @Test
  void a_ring_that_ended_over_a_second_before_the_answer_was_not_taken_by_another() {
    assertThat(
            attempts(
                """
                start        | 06:00:00 | C | SALES
                member start | 06:00:01 | C | A
                member end   | 06:00:03.999 | C | A | noanswer
                member start | 06:00:04 | C | B
                answer       | 06:00:05 | C | B
                end          | 06:00:30 | C | SALES | answer
                """))
        .containsExactly("A no_answer 2.999", "B answered 1.0");
  }

  @Test
  void a_cancelled_ring_of_a_call_answered_at_an_unknown_time_was_taken_by_another() {
    assertThat(
            attempts(
                """
                start        | 06:00:00 | C | SALES
                member start | 06:00:01 | C | A
                member end   | 06:00:04 | C | A | cancel
                member start | 06:00:01 | C | B
                member end   | 06:00:30 | C | B | answer
                end          | 06:00:30 | C | SALES | answer
                """))
        .containsExactly("A taken_by_another 3.0", "B answered -");
  }

  @Test
  void a_cancel_long_before_the_answer_is_other() {
    assertThat(
            attempts(
                """
                start        | 06:00:00 | C | SALES
                member start | 06:00:01 | C | A
                member end   | 06:00:02 | C | A | cancel
                member start | 06:00:10 | C | B
                answer       | 06:00:15 | C | B
                end          | 06:00:30 | C | SALES | answer
                """))
        .containsExactly("A other 1.0", "B answered 5.0");
  }

  @Test
  void starts_and_ends_are_paired_manager_by_manager() {
    assertThat(
            attempts(
                """
                start        | 06:00:00 | C | SALES
                member end   | 06:00:01 | C | A   | busy
                member start | 06:00:02 | C | 101 |
                member start | 06:00:03 | C | A   |
                member end   | 06:00:05 | C | 101 | noanswer
                member start | 06:00:04 | C | B   |
                end          | 06:00:30 | C | SALES | noanswer
                """))
        .containsExactly("A busy -", "101 unknown -", "A no_answer 2.0", "B unknown -");
  }

  @Test
  void a_start_and_an_end_at_one_instant_are_one_attempt() {
    assertThat(
            attempts(
                """
                start        | 06:00:00 | C | SALES
                member end   | 06:00:01 | C | A | unavailable
                member start | 06:00:01 | C | A |
                end          | 06:00:30 | C | SALES | noanswer
                """))
        .containsExactly("A unavailable 0");
  }

  @Test
  void an_answer_naming_the_line_while_two_ring_gives_only_the_time() {
    Call call =
        fold(
            """
            start        | 06:00:00 | C | SALES
            member start | 06:00:01 | C | A
            member start | 06:00:01 | C | B
            answer       | 06:00:05 | C | SALES
            end          | 06:00:30 | C | SALES | answer
            """);

    assertThat(call.answeredAt()).isEqualTo(NotificationTable.time("06:00:05"));
    assertThat(call.managerNumber()).isNull();
    assertThat(attempts(call)).containsExactly("A taken_by_another -", "B taken_by_another -");
  }

  @Test
  void an_answer_naming_the_line_while_one_rings_belongs_to_that_manager() {
    Call call =
        fold(
            """
            start        | 06:00:00 | C | SALES
            member start | 06:00:01 | C | A
            member end   | 06:00:03 | C | A | noanswer
            member start | 06:00:04 | C | B
            answer       | 06:00:06 | C | SALES
            end          | 06:00:30 | C | SALES | answer
            """);

    assertThat(call.managerNumber()).isEqualTo("B");
    assertThat(attempts(call)).containsExactly("A no_answer 2.0", "B answered 2.0");
  }
}
