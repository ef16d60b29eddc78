package calltally.reporting.render;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The course of a rate from 0 to 1 in the height of a line of text; gaps where it has no value. */
final class Sparkline extends Drawing {

  private static final long serialVersionUID = 1L;
  private static final double STRENGTH = 0.9;
  private static final double DOT = 1.5;

  private final ArrayList<@Nullable Double> points;

  Sparkline(List<@Nullable Double> points) {
    this.points = new ArrayList<>(points);
  }

  @Override
  void draw(Canvas canvas, double width, double height) {
    double step = width / Math.max(1, points.size() - 1.0);
    canvas.rule(Palette.HAIRLINE, 0.5, 0, height - 0.5, width);
    Double before = null;
    int last = -1;
    for (int i = 0; i < points.size(); i++) {
      Double point = points.get(i);
      if (point != null && before != null) {
        canvas.line(
            Palette.MUTED, STRENGTH, (i - 1) * step, y(before, height), i * step, y(point, height));
      } else if (point != null && isAlone(i)) {
        canvas.dot(Palette.MUTED, i * step, y(point, height), STRENGTH / 2);
      }
      last = point == null ? last : i;
      before = point;
    }
    if (last >= 0) {
      canvas.dot(Palette.ANSWERED, last * step, y(value(last), height), DOT);
    }
  }

  private double value(int index) {
    Double point = points.get(index);
    return point == null ? 0 : point;
  }

  private boolean isAlone(int index) {
    return index + 1 >= points.size() || points.get(index + 1) == null;
  }

  private static double y(double share, double height) {
    return height - 2 - share * (height - 4);
  }
}
