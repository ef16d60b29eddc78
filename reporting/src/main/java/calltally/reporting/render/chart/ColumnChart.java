package calltally.reporting.render.chart;

import calltally.reporting.render.wording.Notation;
import calltally.reporting.report.CallCounts;
import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls in columns, answered and missed stacked, with optional shading of time spans and a line of
 * earlier counts.
 */
final class ColumnChart extends Drawing {

  private static final long serialVersionUID = 1L;

  private static final double LEAST_LEFT = 20;
  private static final double AXIS_GAP = 6;
  private static final double TOP = 24;
  private static final double BOTTOM = 12;
  private static final double BAR_SHARE = 0.62;
  private static final double WIDEST_BAR = 18;
  private static final double GAP = 0.8;
  private static final double ROUND = 2.5;

  private final ArrayList<Column> columns;
  private final ArrayList<Shade> shades;
  private final ArrayList<LegendEntry> legend;
  private final ArrayList<@Nullable Integer> before;
  private final AxisScale scale;
  private final ArrayList<String> axis;

  ColumnChart(
      Notation notation, List<Column> columns, List<Shade> shades, List<LegendEntry> legend) {
    this(notation, columns, shades, legend, List.of());
  }

  /**
   * @param before a line of counts, one per column, with gaps where null; empty for no line
   */
  ColumnChart(
      Notation notation,
      List<Column> columns,
      List<Shade> shades,
      List<LegendEntry> legend,
      List<@Nullable Integer> before) {
    this.columns = new ArrayList<>(columns);
    this.shades = new ArrayList<>(shades);
    this.legend = new ArrayList<>(legend);
    this.before = new ArrayList<>(before);
    this.scale = AxisScale.upTo(largest());
    this.axis = new ArrayList<>(scale.counts().mapToObj(notation::count).toList());
  }

  private int largest() {
    return Stream.concat(
            columns.stream().map(Column::incoming), before.stream().filter(Objects::nonNull))
        .mapToInt(Integer::intValue)
        .max()
        .orElse(0);
  }

  /**
   * The calls of an hour or a day.
   *
   * @param label text below the column
   * @param peak text above the largest column, empty for all others
   */
  record Column(String label, int answered, int missed, int unfinished, String peak)
      implements Serializable {

    static Column of(String label, CallCounts calls, String peak) {
      return new Column(label, calls.answered(), calls.missed(), calls.unfinished(), peak);
    }

    int incoming() {
      return answered + missed + unfinished;
    }
  }

  /** A shaded span, in columns from the left. */
  record Shade(double from, double until) implements Serializable {}

  /** An entry of the legend: a sign as it looks in the chart, and its label. */
  record LegendEntry(String label, Color color, Sign sign) implements Serializable {

    private enum Sign {
      AREA,
      LINE,
      NONE
    }

    static LegendEntry of(String label, Color color) {
      return new LegendEntry(label, color, Sign.AREA);
    }

    static LegendEntry ofLine(String label, Color color) {
      return new LegendEntry(label, color, Sign.LINE);
    }

    /** An entry without a sign. */
    static LegendEntry ofWords(String label) {
      return new LegendEntry(label, Color.WHITE, Sign.NONE);
    }

    private void drawSign(Canvas canvas, double x, double y) {
      switch (sign) {
        case AREA -> canvas.dot(color, x - 5.75, y, 2.75);
        case LINE -> {
          canvas.line(color, 1, x - 12, y, x - 3.5, y);
          canvas.dot(color, x - 7.75, y, 1.6);
        }
        case NONE -> {}
      }
    }
  }

  @Override
  void draw(Canvas canvas, double width, double height) {
    double left = left(canvas);
    Rectangle2D plot = new Rectangle2D.Double(left, TOP, width - left, height - TOP - BOTTOM);
    drawLegend(canvas, width);
    drawShades(canvas, plot);
    drawGrid(canvas, plot);
    for (int i = 0; i < columns.size(); i++) {
      drawColumn(canvas, plot, i);
    }
    drawBefore(canvas, plot);
    canvas.rule(Palette.AXIS, 0.75, plot.getX(), plot.getMaxY(), plot.getWidth());
    for (int i = 0; i < columns.size(); i++) {
      drawPeak(canvas, plot, i);
    }
  }

  /** Where the columns begin: right of the axis, whose counts may have many digits. */
  private double left(Canvas canvas) {
    return axis.stream()
        .mapToDouble(label -> AXIS_GAP + canvas.width(label, TextStyle.AXIS))
        .reduce(LEAST_LEFT, Math::max);
  }

  private void drawLegend(Canvas canvas, double width) {
    double x = width;
    for (int i = legend.size() - 1; i >= 0; i--) {
      LegendEntry legendEntry = legend.get(i);
      x -= canvas.width(legendEntry.label(), TextStyle.LEGEND);
      canvas.text(legendEntry.label(), TextStyle.LEGEND, x, 9.5);
      legendEntry.drawSign(canvas, x, 7.25);
      x -= 20;
    }
  }

  private void drawShades(Canvas canvas, Rectangle2D plot) {
    double slot = plot.getWidth() / columns.size();
    for (Shade shade : shades) {
      canvas.box(
          Palette.SHADE,
          plot.getX() + slot * shade.from(),
          plot.getY(),
          slot * (shade.until() - shade.from()),
          plot.getHeight());
    }
  }

  private void drawGrid(Canvas canvas, Rectangle2D plot) {
    for (int i = 0; i <= scale.steps(); i++) {
      double y = plot.getMaxY() - plot.getHeight() * i / scale.steps();
      if (i > 0) {
        canvas.rule(Palette.HAIRLINE, 0.5, plot.getX(), y, plot.getWidth());
      }
      canvas.rightAligned(axis.get(i), TextStyle.AXIS, plot.getX() - AXIS_GAP, y + 2.3);
    }
  }

  private void drawColumn(Canvas canvas, Rectangle2D plot, int index) {
    Column column = columns.get(index);
    double slot = plot.getWidth() / columns.size();
    double centre = plot.getX() + slot * (index + 0.5);
    double bar = Math.min(WIDEST_BAR, BAR_SHARE * slot);
    double unit = plot.getHeight() / scale.top();
    Stack stack = new Stack(canvas, centre - bar / 2, bar, plot.getMaxY());
    stack.add(Palette.ANSWERED, unit * column.answered(), column.answered() == column.incoming());
    stack.add(Palette.MISSED, unit * column.missed(), column.unfinished() == 0);
    stack.add(Palette.NEUTRAL, unit * column.unfinished(), true);
    canvas.centred(column.label(), TextStyle.AXIS, centre, plot.getMaxY() + 9);
  }

  private void drawPeak(Canvas canvas, Rectangle2D plot, int index) {
    Column column = columns.get(index);
    double centre = plot.getX() + plot.getWidth() / columns.size() * (index + 0.5);
    double top = plot.getMaxY() - plot.getHeight() / scale.top() * column.incoming();
    canvas.centredOnLines(column.peak(), TextStyle.PEAK, centre, top - 3);
  }

  private void drawBefore(Canvas canvas, Rectangle2D plot) {
    double slot = plot.getWidth() / Math.max(1, columns.size());
    double unit = plot.getHeight() / scale.top();
    List<Point2D> points = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      Integer count = before.get(i);
      if (count != null) {
        double x = plot.getX() + slot * (i + 0.5);
        points.add(new Point2D.Double(x, plot.getMaxY() - unit * count));
      }
    }
    for (int i = 1; i < points.size(); i++) {
      Point2D from = points.get(i - 1);
      Point2D to = points.get(i);
      if (to.getX() - from.getX() < 1.5 * slot) {
        canvas.line(Color.WHITE, 2.4, from.getX(), from.getY(), to.getX(), to.getY());
        canvas.line(Palette.SECONDARY, 1, from.getX(), from.getY(), to.getX(), to.getY());
      }
    }
    points.forEach(point -> canvas.dot(Palette.SECONDARY, point.getX(), point.getY(), 1.3));
  }

  /** Stacks segments, with white gaps between them. */
  private static final class Stack {

    private final Canvas canvas;
    private final double x;
    private final double width;
    private final double ground;
    private double top;

    Stack(Canvas canvas, double x, double width, double ground) {
      this.canvas = canvas;
      this.x = x;
      this.width = width;
      this.ground = ground;
      this.top = ground;
    }

    void add(Color color, double height, boolean last) {
      if (height <= 0) {
        return;
      }
      double gap = top < ground ? Math.min(GAP, height / 2) : 0;
      Rectangle2D box = new Rectangle2D.Double(x, top - height, width, height - gap);
      if (gap > 0) {
        canvas.box(Color.WHITE, x, top - gap, width, gap);
      }
      if (last) {
        canvas.roundTopBox(color, box, ROUND);
      } else {
        canvas.box(color, box.getX(), box.getY(), box.getWidth(), box.getHeight());
      }
      top -= height;
    }
  }
}
