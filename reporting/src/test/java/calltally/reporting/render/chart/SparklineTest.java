package calltally.reporting.render.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import calltally.reporting.render.chart.Sparkline.Span;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SparklineTest {

  private static final Offset<Double> EXACT = within(1e-9);

  @Test
  void the_scale_goes_from_the_lowest_to_the_highest_rate_of_all_rows() {
    assertSpan(Span.of(Stream.of(course(0.9, null, 0.6), course(0.3, 0.5))), 0.3, 0.9);
  }

  @Test
  void rates_that_hardly_differ_are_drawn_as_such() {
    assertSpan(Span.of(Stream.of(course(0.7, 0.5))), 0.5, 0.7);
    assertSpan(Span.of(Stream.of(course(0.7, 0.6))), 0.55, 0.75);
    assertSpan(Span.of(Stream.of(course(1.0))), 0.9, 1.1);
  }

  @Test
  void no_rates_have_a_scale_too() {
    assertSpan(Span.of(Stream.of(course(null, null), List.of())), 0, 1);
  }

  private static void assertSpan(Span span, double low, double high) {
    assertThat(span.low()).isCloseTo(low, EXACT);
    assertThat(span.high()).isCloseTo(high, EXACT);
  }

  private static List<@Nullable Double> course(@Nullable Double... rates) {
    return Arrays.asList(rates);
  }
}
