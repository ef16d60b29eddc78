package calltally.reporting.call.fold;

import static calltally.reporting.call.fold.FoldFixture.fold;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections 3 and 7 of the definitions: the talk is divided among those who talked. */
final class TalkSharesTest {

  @Test
  void a_transfer_hands_the_rest_of_the_talk_over() {
    Call call = answered("answer | 06:00:05 | C | A\nanswer | 06:00:36 | C | B");

    assertThat(call.managerNumber()).isEqualTo("A");
    assertThat(shares(call)).containsExactly("A 31.0 out", "B 24.0 in");
  }

  @Test
  void a_call_that_comes_back_is_one_transfer_in_and_one_out_for_each() {
    Call call =
        answered(
            "answer | 06:00:05 | C | A\nanswer | 06:00:15 | C | B\nanswer | 06:00:35 | C | 101");

    assertThat(shares(call)).containsExactly("A 35.0 in out", "B 20.0 in out");
  }

  @Test
  void a_manager_who_answers_twice_goes_on_talking() {
    Call call =
        answered(
            "answer | 06:00:05 | C | A\nanswer | 06:00:15 | C | 101\nanswer | 06:00:35 | C | B");

    assertThat(shares(call)).containsExactly("A 30.0 out", "B 25.0 in");
  }

  @Test
  void while_nobody_knows_whose_an_answer_is_the_one_before_goes_on() {
    Call call =
        answered(
            """
            answer       | 06:00:05 | C | B
            member end   | 06:00:05 | C | A | cancel
            answer       | 06:00:20 | C |
            answer       | 06:00:40 | C | X
            """);

    assertThat(shares(call)).containsExactly("A 0.0", "B 35.0 out", "X 20.0 in");
  }

  @ParameterizedTest
  @CsvSource({
    "06:00:59.999, A 54.999 out, B 0.001 in",
    "06:01:00.000, A 55.0 out, B 0.0 in",
    "06:01:00.001, A 55.0, B 0.0"
  })
  void an_answer_after_the_end_is_no_transfer(String second, String anna, String boris) {
    Call call = answered("answer | 06:00:05 | C | A\nanswer | %s | C | B".formatted(second));

    assertThat(shares(call)).containsExactly(anna, boris);
  }

  @Test
  void without_a_time_of_answer_the_whole_talk_is_the_manager_s() {
    Call call =
        fold(
            """
            start        | 06:00:00 | C | SALES
            member start | 06:00:01 | C | A
            member end   | 06:00:31 | C | A     | answer
            end          | 06:00:31 | C | SALES | answer | 28.5
            """);

    assertThat(shares(call)).containsExactly("A 28.5");
  }

  @Test
  void without_an_end_there_is_no_share_but_the_transfer_is_known() {
    Call call =
        fold(
            """
            start        | 06:00:00 | C | SALES
            answer       | 06:00:05 | C | A
            answer       | 06:00:36 | C | B
            """);

    assertThat(shares(call)).containsExactly("A - out", "B - in");
  }

  @Test
  void a_call_of_an_unknown_manager_has_no_shares() {
    Call call =
        fold(
            """
            start        | 06:00:00 | C | SALES
            member start | 06:00:01 | C | A
            member start | 06:00:01 | C | B
            answer       | 06:00:05 | C | SALES
            end          | 06:00:30 | C | SALES | answer
            """);

    assertThat(shares(call)).containsExactly("A -", "B -");
  }

  private static Call answered(String answers) {
    return fold(
        """
        start        | 06:00:00 | C | SALES
        member start | 06:00:01 | C | A
        %s
        end          | 06:01:00 | C | SALES | answer
        """
            .formatted(answers));
  }

  private static List<String> shares(Call call) {
    return call.attempts().stream()
        .map(
            attempt ->
                attempt.ring().number()
                    + " "
                    + seconds(attempt.talk())
                    + (attempt.transferIn() ? " in" : "")
                    + (attempt.transferOut() ? " out" : ""))
        .toList();
  }

  private static String seconds(@Nullable Duration talk) {
    return talk == null ? "-" : String.valueOf(talk.toMillis() / 1000.0);
  }
}
