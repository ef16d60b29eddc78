package calltally.reporting.render.chart;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The course of a rate, one text line high, on one scale for all rows of a table; gaps where there
 * is no value.
 */
public final class Sparkline extends Drawing {

  private static final long serialVersionUID = 1L;
  private static final double STRENGTH = 0.9;
  private static final double DOT = 1.5;

  private final ArrayList<@Nullable Double> points;

  private final Span span;

  public Sparkline(List<@Nullable Double> points, Span span) {
    this.points = new ArrayList<>(points);
    this.span = span;
  }

  /** The rates at the bottom and at the top of the scale. */
  public record Span(double low, double high) implements Serializable {

    /** Smallest span; less would make a change of a few points look like a fall. */
    private static final double LEAST = 0.2;

    /** The span of all these courses together. */
    public static Span of(Stream<List<@Nullable Double>> courses) {
      DoubleSummaryStatistics rates =
          courses
              .flatMap(List::stream)
              .filter(Objects::nonNull)
              .mapToDouble(Double::doubleValue)
              .summaryStatistics();
      if (rates.getCount() == 0) {
        return new Span(0, 1);
      }
      double lacking = Math.max(0, LEAST - (rates.getMax() - rates.getMin())) / 2;
      return new Span(rates.getMin() - lacking, rates.getMax() + lacking);
    }
  }

  @Override
  void draw(Canvas canvas, double width, double height) {
    double step = (width - 2 * DOT) / Math.max(1, points.size() - 1.0);
    canvas.rule(Palette.HAIRLINE, 0.5, 0, height - 0.5, width);
    Double before = null;
    int last = -1;
    for (int i = 0; i < points.size(); i++) {
      Double point = points.get(i);
      if (point != null && before != null) {
        canvas.line(
            Palette.MUTED,
            STRENGTH,
            DOT + (i - 1) * step,
            y(before, height),
            DOT + i * step,
            y(point, height));
      } else if (point != null && isAlone(i)) {
        canvas.dot(Palette.MUTED, DOT + i * step, y(point, height), STRENGTH / 2);
      }
      last = point == null ? last : i;
      before = point;
    }
    if (last >= 0) {
      canvas.dot(Palette.ANSWERED, DOT + last * step, y(value(last), height), DOT);
    }
  }

  private double value(int index) {
    Double point = points.get(index);
    return point == null ? 0 : point;
  }

  private boolean isAlone(int index) {
    return index + 1 >= points.size() || points.get(index + 1) == null;
  }

  private double y(double rate, double height) {
    return height - 2 - (rate - span.low()) / (span.high() - span.low()) * (height - 4);
  }
}
