package calltally.reporting.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class ScaleTest {

  @Property
  void every_count_has_room_and_few_lines_suffice(@ForAll @IntRange(max = 1_000_000) int largest) {
    Scale scale = Scale.upTo(largest);

    assertThat(scale.top()).isGreaterThan(largest);
    assertThat(scale.steps()).isBetween(1, 5);
  }

  @Test
  void steps_are_round() {
    assertThat(Scale.upTo(0)).isEqualTo(new Scale(1, 1));
    assertThat(Scale.upTo(4)).isEqualTo(new Scale(1, 5));
    assertThat(Scale.upTo(5)).isEqualTo(new Scale(2, 3));
    assertThat(Scale.upTo(61)).isEqualTo(new Scale(20, 4));
    assertThat(Scale.upTo(249)).isEqualTo(new Scale(50, 5));
  }
}
