package calltally.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RateTest {

  @Test
  void a_small_sample_is_below_twenty() {
    assertThat(new Rate(0, 19).isSmallSample()).isTrue();
    assertThat(new Rate(0, 20).isSmallSample()).isFalse();
  }

  @Test
  void a_rate_of_nothing_has_no_share() {
    assertThat(new Rate(0, 0).share()).isEmpty();
  }
}
