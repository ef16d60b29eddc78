package calltally.reporting.render.wording;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.render.SampleDay;
import calltally.reporting.render.wording.Change.Effect;
import calltally.reporting.render.wording.Change.Welcome;
import calltally.reporting.report.Comparison;
import calltally.reporting.report.Comparison.Basis;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Rate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class ChangesTest {

  private final Changes changes =
      Changes.of(
          new SampleDay().usual,
          SampleDay.FRIDAY,
          Wording.of(Locale.ENGLISH, CustomerNumbers.SHOWN));

  @Test
  void a_share_changes_by_percentage_points() {
    assertThat(changes.ofRate(new Rate(859, 1000), new Rate(879, 1000)))
        .isEqualTo(new Change("▼ 2.0\u00A0pp vs usual Fri", Effect.BAD));
    assertThat(changes.ofRate(new Rate(90, 100), new Rate(85, 100)).effect())
        .isEqualTo(Effect.GOOD);
  }

  @Test
  void a_change_that_would_print_as_zero_is_no_change() {
    assertThat(changes.ofRate(new Rate(8_004, 10_000), new Rate(8, 10)).text()).isEmpty();
    assertThat(changes.ofRate(new Rate(8_004, 10_000), new Rate(80, 100)).text())
        .isEqualTo("same as usual Fri");
    assertThat(changes.ofRate(new Rate(8_006, 10_000), new Rate(80, 100)).text())
        .startsWith("▲ 0.1\u00A0pp");
    assertThat(changes.ofCount(5, 5.4, Welcome.LESS).text()).isEqualTo("same as usual Fri");
    assertThat(changes.ofCount(5, 5.5, Welcome.LESS).text()).isEqualTo("▼ 1 vs usual Fri");
    assertThat(changes.inPercent(1001, 1000).text()).isEqualTo("▲ <\u202F1\u202F% vs usual Fri");
    assertThat(changes.inPercent(1000, 1000.4).text()).isEqualTo("same as usual Fri");
    assertThat(changes.inPercent(1006, 1000).text()).isEqualTo("▲ 1\u202F% vs usual Fri");
  }

  @Test
  void fewer_missed_callers_are_welcome_and_more_calls_are_neither() {
    assertThat(changes.ofCount(3, 5, Welcome.LESS).effect()).isEqualTo(Effect.GOOD);
    assertThat(changes.ofCount(7, 5, Welcome.LESS).effect()).isEqualTo(Effect.BAD);
    assertThat(changes.inPercent(70, 50).effect()).isEqualTo(Effect.NEUTRAL);
    assertThat(changes.inPercent(7, 5).effect()).isEqualTo(Effect.NEUTRAL);
  }

  @Test
  void a_rate_changes_from_twenty_in_both_denominators_on() {
    Rate twenty = new Rate(10, 20);
    assertThat(changes.ofRate(twenty, new Rate(5, 20)).text())
        .isEqualTo("▲ 25.0\u00A0pp vs usual Fri");
    assertThat(changes.ofRate(new Rate(10, 19), twenty)).isEqualTo(Change.UNKNOWN);
    assertThat(changes.ofRate(twenty, new Rate(10, 19))).isEqualTo(Change.UNKNOWN);
    assertThat(changes.ofRate(Rate.NONE, twenty)).isEqualTo(Change.UNKNOWN);
  }

  @Test
  void a_change_is_rounded_plainly_and_may_be_100_percent() {
    assertThat(changes.inPercent(601, 300).text()).isEqualTo("▲ 100\u202F% vs usual Fri");
    assertThat(changes.inPercent(3, 1000).text()).isEqualTo("▼ 100\u202F% vs usual Fri");
  }

  @Test
  void the_week_before_is_not_called_usual() {
    Comparison before =
        new Comparison(Basis.WEEK_BEFORE, 40, new Rate(30, 40), new Rate(20, 40), 9, 2);
    Changes ofWeek =
        Changes.of(before, SampleDay.FRIDAY, Wording.of(Locale.ENGLISH, CustomerNumbers.SHOWN));
    assertThat(ofWeek.inPercent(50, 40).text()).isEqualTo("▲ 25\u202F% vs prev. Fri");
    assertThat(ofWeek.inPercent(40, 40).text()).isEqualTo("same as prev. Fri");
  }

  @Test
  void a_change_from_fewer_than_twenty_calls_is_not_in_percent() {
    assertThat(changes.inPercent(30, 20).text()).isEqualTo("▲ 50\u202F% vs usual Fri");
    assertThat(changes.inPercent(30, 19.75).text()).isEqualTo("▲ 10 vs usual Fri");
    assertThat(changes.inPercent(3, 0).text()).isEqualTo("▲ 3 vs usual Fri");
  }
}
