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
  void the_scale_spans_the_rates_of_all_rows() {
    assertSpan(Span.of(Stream.of(course(0.9, null, 0.6), course(0.3, 0.5))), 0.3, 0.9);
  }

  @Test
  void small_differences_are_not_magnified() {
    assertSpan(Span.of(Stream.of(course(0.7, 0.5))), 0.5, 0.7);
    assertSpan(Span.of(Stream.of(course(0.7, 0.6))), 0.55, 0.75);
    assertSpan(Span.of(Stream.of(course(1.0))), 0.9, 1.1);
  }

  @Test
  void there_is_a_scale_without_any_rates() {
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
