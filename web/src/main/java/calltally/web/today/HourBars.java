package calltally.web.today;

import calltally.reporting.render.chart.HourColumns;
import calltally.reporting.render.chart.HourColumns.Hour;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The chart of the hours as shapes of an SVG picture.
 *
 * @param usual a mark across each column at what is usual; empty when nothing is
 */
public record HourBars(List<Box> boxes, List<Box> usual, List<GridLine> grid, List<Label> labels) {

  static final int WIDTH = 700;
  static final int HEIGHT = 200;

  private static final double LEFT = 34;
  private static final double TOP = 8;
  private static final double GROUND = 176;
  private static final double BAR_SHARE = 0.62;
  private static final double GAP = 0.8;
  private static final Duration HOUR = Duration.ofHours(1);

  /** Whether a call has no end. */
  public boolean hasUnfinished() {
    return boxes.stream().anyMatch(box -> box.kind().startsWith("unfinished"));
  }

  /** A rectangle, and the class that colours it. */
  public record Box(String kind, String x, String y, String width, String height) {}

  /** A grid line with its count at the left. */
  public record GridLine(String y, String textY, String count) {}

  /** The text below a column. */
  public record Label(String x, String text) {}

  /**
   * The chart; the hour that contains {@code now} is pale.
   *
   * @param usualHours mean of incoming calls by local hour
   */
  static HourBars of(HourColumns columns, Map<Integer, Double> usualHours, Instant now) {
    double slot = (WIDTH - LEFT) / Math.max(1, columns.hours().size());
    List<Long> axis = axis(columns, usualHours);
    double top = axis.get(axis.size() - 1);
    List<Box> boxes = new ArrayList<>();
    columns
        .outside()
        .forEach(
            span ->
                boxes.add(
                    box(
                        "outside",
                        LEFT + slot * span.from(),
                        TOP,
                        slot * (span.until() - span.from()),
                        GROUND - TOP)));
    for (int index = 0; index < columns.hours().size(); index++) {
      stack(boxes, columns.hours().get(index), LEFT + slot * index, slot, top, now);
    }
    return new HourBars(
        boxes,
        usual(columns.hours(), usualHours, slot, top),
        grid(axis, top),
        labels(columns.hours(), slot));
  }

  /** Extended by as many steps as the usual calls need. */
  private static List<Long> axis(HourColumns columns, Map<Integer, Double> usualHours) {
    List<Long> axis = new ArrayList<>(columns.axis());
    long step = Math.max(1, axis.size() < 2 ? 1 : axis.get(1) - axis.get(0));
    double most = usualHours.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    for (long last = axis.get(axis.size() - 1); last < most; last = axis.get(axis.size() - 1)) {
      axis.add(last + step);
    }
    return axis;
  }

  private static List<Box> usual(
      List<Hour> hours, Map<Integer, Double> usualHours, double slot, double top) {
    List<Box> marks = new ArrayList<>();
    for (int index = 0; index < hours.size(); index++) {
      double calls = usualHours.getOrDefault(Integer.valueOf(hours.get(index).label()), 0.0);
      if (calls > 0) {
        double y = GROUND - (GROUND - TOP) * calls / top;
        marks.add(box("usual", LEFT + slot * (index + 0.12), y - 1, slot * 0.76, 2));
      }
    }
    return marks;
  }

  private static void stack(
      List<Box> boxes, Hour hour, double x, double slot, double top, Instant now) {
    boolean isNow = !hour.start().isAfter(now) && hour.start().plus(HOUR).isAfter(now);
    String running = isNow ? " now" : "";
    double unit = (GROUND - TOP) / top;
    double left = x + slot * (1 - BAR_SHARE) / 2;
    double y = GROUND;
    int[] counts = {hour.answered(), hour.missed(), hour.unfinished()};
    String[] kinds = {"answered", "missed", "unfinished"};
    for (int index = 0; index < counts.length; index++) {
      double height = counts[index] * unit;
      if (counts[index] > 0) {
        y -= height;
        double shown = Math.max(0.5, height - GAP);
        boxes.add(box(kinds[index] + running, left, y, slot * BAR_SHARE, shown));
      }
    }
  }

  private static List<GridLine> grid(List<Long> axis, double top) {
    return axis.stream()
        .map(
            count -> {
              double y = GROUND - (GROUND - TOP) * count / top;
              return new GridLine(number(y), number(y + 4), String.valueOf(count));
            })
        .toList();
  }

  private static List<Label> labels(List<Hour> hours, double slot) {
    return IntStream.range(0, hours.size())
        .mapToObj(index -> new Label(number(LEFT + slot * (index + 0.5)), hours.get(index).label()))
        .toList();
  }

  private static Box box(String kind, double x, double y, double width, double height) {
    return new Box(kind, number(x), number(y), number(width), number(height));
  }

  /** With one decimal; a page has hundreds of these, and String.format is slow. */
  private static String number(double value) {
    long tenths = Math.round(value * 10);
    return tenths / 10 + "." + tenths % 10;
  }
}
