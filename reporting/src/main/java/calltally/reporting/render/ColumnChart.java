package calltally.reporting.render;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Calls in columns, answered and missed stacked; stretches of time may be shaded, and a line may
 * tell how it was before.
 */
final class ColumnChart extends Drawing {

  private static final long serialVersionUID = 1L;

  private static final double LEFT = 20;
  private static final double TOP = 24;
  private static final double BOTTOM = 12;
  private static final double BAR_SHARE = 0.62;
  private static final double WIDEST_BAR = 18;
  private static final double GAP = 0.8;
  private static final double ROUND = 2.5;

  private final ArrayList<Column> columns;
  private final ArrayList<Shade> shades;
  private final ArrayList<Entry> legend;
  private final ArrayList<Integer> before;

  ColumnChart(List<Column> columns, List<Shade> shades, List<Entry> legend) {
    this(columns, shades, legend, List.of());
  }

  /**
   * @param before a line of counts, one for each column; empty for no line
   */
  ColumnChart(List<Column> columns, List<Shade> shades, List<Entry> legend, List<Integer> before) {
    this.columns = new ArrayList<>(columns);
    this.shades = new ArrayList<>(shades);
    this.legend = new ArrayList<>(legend);
    this.before = new ArrayList<>(before);
  }

  /**
   * The calls of an hour or a day.
   *
   * @param label what stands below it
   * @param peak printed above the largest, empty above all others
   */
  record Column(String label, int answered, int missed, int unfinished, String peak)
      implements Serializable {

    int incoming() {
      return answered + missed + unfinished;
    }
  }

  /** A shaded stretch, in columns from the left. */
  record Shade(double from, double until) implements Serializable {}

  /** An entry of the legend. */
  record Entry(String label, Color color) implements Serializable {}

  @Override
  void draw(Canvas canvas, double width, double height) {
    int largest =
        Stream.concat(columns.stream().map(Column::incoming), before.stream())
            .mapToInt(Integer::intValue)
            .max()
            .orElse(0);
    Scale scale = Scale.upTo(largest);
    Rectangle2D plot = new Rectangle2D.Double(LEFT, TOP, width - LEFT, height - TOP - BOTTOM);
    drawLegend(canvas, width);
    drawShades(canvas, plot);
    drawGrid(canvas, plot, scale);
    for (int i = 0; i < columns.size(); i++) {
      drawColumn(canvas, plot, scale, i);
    }
    drawBefore(canvas, plot, scale);
    canvas.rule(Palette.AXIS, 0.75, plot.getX(), plot.getMaxY(), plot.getWidth());
  }

  private void drawLegend(Canvas canvas, double width) {
    double x = width;
    for (int i = legend.size() - 1; i >= 0; i--) {
      Entry entry = legend.get(i);
      x -= canvas.width(entry.label(), TextStyle.LEGEND);
      canvas.text(entry.label(), TextStyle.LEGEND, x, 9.5);
      canvas.roundBox(entry.color(), new Rectangle2D.Double(x - 8.5, 4.5, 5.5, 5.5), 2.75);
      x -= 18;
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

  private static void drawGrid(Canvas canvas, Rectangle2D plot, Scale scale) {
    for (int i = 0; i <= scale.steps(); i++) {
      double y = plot.getMaxY() - plot.getHeight() * i / scale.steps();
      if (i > 0) {
        canvas.rule(Palette.HAIRLINE, 0.5, plot.getX(), y, plot.getWidth());
      }
      String label = String.valueOf(i * scale.step());
      canvas.rightAligned(label, TextStyle.AXIS, plot.getX() - 6, y + 2.3);
    }
  }

  private void drawColumn(Canvas canvas, Rectangle2D plot, Scale scale, int index) {
    Column column = columns.get(index);
    double slot = plot.getWidth() / columns.size();
    double centre = plot.getX() + slot * (index + 0.5);
    double bar = Math.min(WIDEST_BAR, BAR_SHARE * slot);
    double unit = plot.getHeight() / scale.top();
    Stack stack = new Stack(canvas, centre - bar / 2, bar, plot.getMaxY());
    stack.add(Palette.ANSWERED, unit * column.answered(), column.answered() == column.incoming());
    stack.add(Palette.MISSED, unit * column.missed(), column.unfinished() == 0);
    stack.add(Palette.NEUTRAL, unit * column.unfinished(), true);
    canvas.centred(column.peak(), TextStyle.PEAK, centre, stack.top - 3);
    canvas.centred(column.label(), TextStyle.AXIS, centre, plot.getMaxY() + 9);
  }

  private void drawBefore(Canvas canvas, Rectangle2D plot, Scale scale) {
    double slot = plot.getWidth() / Math.max(1, columns.size());
    double unit = plot.getHeight() / scale.top();
    for (int i = 0; i < before.size(); i++) {
      double x = plot.getX() + slot * (i + 0.5);
      double y = plot.getMaxY() - unit * before.get(i);
      if (i > 0) {
        double previous = plot.getMaxY() - unit * before.get(i - 1);
        canvas.line(Color.WHITE, 2.4, x - slot, previous, x, y);
        canvas.line(Palette.SECONDARY, 1, x - slot, previous, x, y);
      }
    }
    for (int i = 0; i < before.size(); i++) {
      double y = plot.getMaxY() - unit * before.get(i);
      canvas.dot(Palette.SECONDARY, plot.getX() + slot * (i + 0.5), y, 1.3);
    }
  }

  /** Segments set on top of each other, white between them. */
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
