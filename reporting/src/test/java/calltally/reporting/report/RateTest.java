package calltally.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RateTest {

  @Test
  void nineteen_are_a_small_sample_and_twenty_are_not() {
    assertThat(new Rate(0, 19).isSmallSample()).isTrue();
    assertThat(new Rate(0, 20).isSmallSample()).isFalse();
  }

  @Test
  void nothing_of_nothing_is_no_share() {
    assertThat(new Rate(0, 0).share()).isEmpty();
  }
}
