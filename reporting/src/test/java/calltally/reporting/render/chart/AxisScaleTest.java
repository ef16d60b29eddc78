package calltally.reporting.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class AxisScaleTest {

  @Property
  void every_count_fits_with_few_grid_lines(@ForAll @IntRange(max = 1_000_000) int largest) {
    AxisScale scale = AxisScale.upTo(largest);

    assertThat(scale.top()).isGreaterThan(largest);
    assertThat(scale.steps()).isBetween(1, 5);
  }

  @Test
  void each_grid_line_has_its_count() {
    assertThat(AxisScale.upTo(1_500).counts()).containsExactly(0L, 500L, 1_000L, 1_500L, 2_000L);
  }

  @Test
  void steps_are_round() {
    assertThat(AxisScale.upTo(0)).isEqualTo(new AxisScale(1, 1));
    assertThat(AxisScale.upTo(4)).isEqualTo(new AxisScale(1, 5));
    assertThat(AxisScale.upTo(5)).isEqualTo(new AxisScale(2, 3));
    assertThat(AxisScale.upTo(61)).isEqualTo(new AxisScale(20, 4));
    assertThat(AxisScale.upTo(249)).isEqualTo(new AxisScale(50, 5));
  }
}
