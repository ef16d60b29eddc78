package calltally.reporting.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FeedRuleTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @ParameterizedTest
  @CsvSource({
    "0, ALARM",
    "3, ALARM",
    "4, UNDECIDED",
    "9, UNDECIDED",
    "10, WELL",
    "40, WELL",
  })
  void with_twenty_usual_calls_fewer_than_four_are_quiet_and_ten_are_well(
      int calls, AlarmState state) {
    assertThat(FeedRule.state(window(HOUR, calls, 20, 8))).isEqualTo(state);
  }

  @Test
  void with_fewer_than_ten_usual_calls_an_hour_the_last_two_hours_decide() {
    FeedWindow hour = window(HOUR, 0, 9.9, 8);
    FeedWindow twoHours = window(Duration.ofHours(2), 0, 19.8, 8);

    assertThat(FeedRule.telling(List.of(hour, twoHours))).contains(twoHours);
    assertThat(FeedRule.telling(List.of(window(HOUR, 0, 10, 8), twoHours)))
        .contains(window(HOUR, 0, 10, 8));
    assertThat(FeedRule.telling(List.of(hour))).isEmpty();
  }

  @Test
  void three_weeks_decide_nothing_and_four_do() {
    assertThat(FeedRule.telling(List.of(window(HOUR, 0, 20, 3)))).isEmpty();
    assertThat(FeedRule.telling(List.of(window(HOUR, 0, 20, 4)))).isPresent();
  }

  @Test
  void one_odd_week_does_not_change_what_is_usual() {
    assertThat(new FeedWindow(HOUR, 0, List.of(20.0, 22.0, 0.0, 24.0)).hourlyMedian())
        .isEqualTo(21);
    assertThat(new FeedWindow(HOUR, 0, List.of(20.0, 900.0, 22.0)).hourlyMedian()).isEqualTo(22);
    assertThat(new FeedWindow(HOUR, 0, List.of()).hourlyMedian()).isZero();
  }

  @Test
  void hours_count_in_proportion_to_their_overlap_with_the_window() {
    Instant ten = Instant.parse("2026-11-20T10:00:00Z");
    HourlyCalls calls = new HourlyCalls(Map.of(ten, 30, ten.plus(HOUR), 12));

    assertThat(calls.between(ten, ten.plus(HOUR))).isEqualTo(30);
    assertThat(calls.between(ten.plusSeconds(1800), ten.plusSeconds(5400))).isEqualTo(15 + 6);
    assertThat(calls.between(ten.minusSeconds(3600), ten)).isZero();
    assertThat(calls.between(ten.plusSeconds(7200), ten.plusSeconds(9000))).isZero();
  }

  private static FeedWindow window(Duration length, int calls, double usual, int weeks) {
    return new FeedWindow(length, calls, Collections.nCopies(weeks, usual));
  }
}
