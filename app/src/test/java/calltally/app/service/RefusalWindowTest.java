package calltally.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RefusalWindowTest {

  private final RefusalWindow window = new RefusalWindow();

  @Test
  void the_growth_of_the_last_ten_looks_counts() {
    assertThat(window.growth(7)).isEqualTo(7);
    for (int look = 2; look <= 10; look++) {
      assertThat(window.growth(7)).isEqualTo(7);
    }
    assertThat(window.growth(7)).isZero();
    assertThat(window.growth(12)).isEqualTo(5);
  }
}
