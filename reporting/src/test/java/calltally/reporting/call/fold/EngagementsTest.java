package calltally.reporting.call.fold;

import static calltally.reporting.call.fold.FoldFixture.fold;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 7 of the definitions: when a call engages whose phone. */
final class EngagementsTest {

  @Test
  void rings_and_talk_shares_engage_and_those_that_touch_are_one() {
    assertThat(
            engagements(
                """
                start        | 06:00:00 | C | SALES
                member start | 06:00:01 | C | A
                answer       | 06:00:05 | C | A
                member end   | 06:00:20 | C | A     | answer
                answer       | 06:00:30 | C | B
                end          | 06:01:00 | C | SALES | answer
                """))
        .containsExactly("Anna 06:00:01 06:00:30", "Boris 06:00:30 06:01:00");
  }

  @Test
  void a_busy_ring_engages_nobody_nor_does_one_without_a_start_or_an_end() {
    assertThat(
            engagements(
                """
                start        | 06:00:00 | C | SALES
                member start | 06:00:01 | C | A
                member end   | 06:00:02 | C | A | busy
                member end   | 06:00:03 | C | B | noanswer
                member start | 06:00:04 | C | X
                end          | 06:01:00 | C | SALES | noanswer
                """))
        .isEmpty();
  }

  @Test
  void a_call_placed_engages_from_its_start_whatever_becomes_of_it() {
    assertThat(engagements("out start | 06:00:00 | 101 | C\nout end | 06:00:30 | 101 | C | busy"))
        .containsExactly("Anna 06:00:00 06:00:30");
    assertThat(engagements("out start | 06:00:00 | SALES | C\nout end | 06:00:30 | SALES | C"))
        .isEmpty();
    assertThat(engagements("out start | 06:00:00 | A | C")).isEmpty();
  }

  @Test
  void an_internal_call_engages_both_sides() {
    assertThat(
            engagements(
                """
                out start  | 06:00:00 | A | B
                out answer | 06:00:05 | A | B
                out end    | 06:00:30 | A | B | answer
                """))
        .containsExactly("Anna 06:00:00 06:00:30", "Boris 06:00:05 06:00:30");
    assertThat(
            engagements(
                """
                start  | 06:00:00 | B | A
                answer | 06:00:05 | B | A
                end    | 06:00:30 | B | A | answer
                """))
        .containsExactly("Anna 06:00:00 06:00:30", "Boris 06:00:05 06:00:30");
  }

  @ParameterizedTest
  @CsvSource({"10:00:00, 1", "10:00:00.001, 0"})
  void nothing_that_seems_to_last_longer_than_four_hours_engages(String end, int engagements) {
    assertThat(engagements("out start | 06:00:00 | A | C\nout end | " + end + " | A | C | answer"))
        .hasSize(engagements);
  }

  @Test
  void what_would_be_longer_than_four_hours_together_stays_apart() {
    assertThat(
            engagements(
                """
                start        | 06:00:00 | C | SALES
                member start | 06:00:00 | C | A
                answer       | 06:30:00 | C | A
                member end   | 06:30:00 | C | A     | answer
                end          | 10:30:00 | C | SALES | answer
                """))
        .containsExactly("Anna 06:00:00 06:30:00", "Anna 06:30:00 10:30:00");
  }

  @Test
  void a_call_whose_id_was_used_again_engages_nobody() {
    assertThat(
            engagements(
                """
                start        | 06:00:00 | C | SALES
                member start | 06:00:01 | C | A
                member end   | 06:00:09 | C | A     | noanswer
                end          | 18:00:09.001 | C | SALES | noanswer
                """))
        .isEmpty();
  }

  private static List<String> engagements(String table) {
    return fold(table).engagements().stream()
        .map(one -> one.manager() + " " + time(one.from()) + " " + time(one.until()))
        .toList();
  }

  private static String time(Instant at) {
    return at.toString().substring(11, 19);
  }
}
