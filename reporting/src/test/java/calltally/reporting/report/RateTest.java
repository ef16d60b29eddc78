package calltally.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class RateTest {

  @Test
  void the_wilson_interval_of_eight_of_ten_is_49_to_94_percent() {
    Rate rate = new Rate(8, 10);

    assertThat(rate.lowerBound()).isCloseTo(0.4902, within(0.0001));
    assertThat(rate.upperBound()).isCloseTo(0.9433, within(0.0001));
  }

  @Test
  void nineteen_are_a_small_sample_and_twenty_are_not() {
    assertThat(new Rate(0, 19).isSmallSample()).isTrue();
    assertThat(new Rate(0, 20).isSmallSample()).isFalse();
  }

  @Test
  void nothing_of_nothing_is_no_share() {
    assertThat(new Rate(0, 0).share()).isEmpty();
  }

  @Property
  void the_interval_holds_the_share(
      @ForAll @IntRange(min = 1, max = 500) int whole, @ForAll @IntRange(max = 500) int part) {
    Rate rate = new Rate(Math.min(part, whole), whole);

    assertThat(rate.share().getAsDouble())
        .isBetween(rate.lowerBound() - 1e-9, rate.upperBound() + 1e-9);
  }
}
