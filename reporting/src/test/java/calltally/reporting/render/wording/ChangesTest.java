package calltally.reporting.render.wording;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.render.SampleDay;
import calltally.reporting.render.wording.Change.Effect;
import calltally.reporting.render.wording.Change.Welcome;
import calltally.reporting.report.CustomerNumbers;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ChangesTest {

  private final Changes changes =
      Changes.of(
          new SampleDay().usual,
          SampleDay.FRIDAY,
          Wording.of(Locale.ENGLISH, CustomerNumbers.SHOWN));

  @Test
  void a_share_changes_by_percentage_points() {
    assertThat(changes.ofShare(OptionalDouble.of(0.859), 0.879))
        .isEqualTo(new Change("▼ 2.0\u00A0pp vs usual Fri", Effect.BAD));
    assertThat(changes.ofShare(OptionalDouble.of(0.9), 0.85).effect()).isEqualTo(Effect.GOOD);
  }

  @Test
  void a_change_that_would_print_as_zero_is_no_change() {
    assertThat(changes.ofShare(OptionalDouble.of(0.8004), 0.8).text()).isEqualTo("as usual");
    assertThat(changes.ofShare(OptionalDouble.of(0.8006), 0.8).text()).startsWith("▲ 0.1\u00A0pp");
    assertThat(changes.ofCount(5, 5.4, Welcome.LESS).text()).isEqualTo("as usual");
    assertThat(changes.ofCount(5, 5.5, Welcome.LESS).text()).isEqualTo("▼ 1 vs usual Fri");
    assertThat(changes.inPercent(1001, 1000).text()).isEqualTo("as usual");
    assertThat(changes.inPercent(1006, 1000).text()).isEqualTo("▲ 1\u202F% vs usual Fri");
  }

  @Test
  void fewer_missed_callers_are_welcome_and_more_calls_are_neither() {
    assertThat(changes.ofCount(3, 5, Welcome.LESS).effect()).isEqualTo(Effect.GOOD);
    assertThat(changes.ofCount(7, 5, Welcome.LESS).effect()).isEqualTo(Effect.BAD);
    assertThat(changes.inPercent(7, 5).effect()).isEqualTo(Effect.NEUTRAL);
  }

  @Test
  void there_is_no_change_without_both_values() {
    assertThat(changes.ofShare(OptionalDouble.empty(), 0.5)).isEqualTo(Change.UNKNOWN);
    assertThat(changes.ofShare(OptionalDouble.of(0.5), null)).isEqualTo(Change.UNKNOWN);
  }

  @Test
  void a_change_from_zero_calls_is_not_in_percent() {
    assertThat(changes.inPercent(3, 0).text()).isEqualTo("▲ 3 vs usual Fri");
  }
}
