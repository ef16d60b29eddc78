package calltally.reporting.render.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** A cell per weekday and hour: its number counts calls, its shade the missed share. */
final class HeatMap extends Drawing {

  private static final long serialVersionUID = 1L;
  private static final double LEFT = 20;
  private static final double TOP = 27;
  private static final double BOTTOM = 11;
  private static final double GAP = 1.5;
  private static final double ROUND = 2;
  private static final double BORDER = 2;
  private static final double SWATCH = 11;

  /** Baseline of the legend, below the section's note. */
  private static final double LEGEND = 22;

  private final ArrayList<Row> rows;
  private final ArrayList<String> hours;
  private final String less;
  private final String more;

  /**
   * @param hours text below each column
   * @param less meaning of the lightest colour
   * @param more meaning of the darkest colour
   */
  HeatMap(List<Row> rows, List<String> hours, String less, String more) {
    this.rows = new ArrayList<>(rows);
    this.hours = new ArrayList<>(hours);
    this.less = less;
    this.more = more;
  }

  record Row(String label, ArrayList<Cell> cells) implements Serializable {}

  /**
   * An hour of a weekday.
   *
   * @param text number of calls; empty without any
   * @param step colour step, from 0; −1 when there are too few calls for a colour
   * @param isClosed whether nobody works then
   */
  record Cell(String text, int step, boolean isClosed) implements Serializable {}

  @Override
  void draw(Canvas canvas, double width, double height) {
    drawLegend(canvas, width);
    double cellWidth = (width - LEFT) / Math.max(1, hours.size());
    double cellHeight = (height - TOP - BOTTOM) / Math.max(1, rows.size());
    for (int i = 0; i < rows.size(); i++) {
      double y = TOP + i * cellHeight;
      canvas.text(rows.get(i).label(), TextStyle.AXIS, 0, y + cellHeight / 2 + 2.3);
      for (int j = 0; j < rows.get(i).cells().size(); j++) {
        double x = LEFT + j * cellWidth;
        drawCell(
            canvas,
            rows.get(i).cells().get(j),
            new Rectangle2D.Double(x, y, cellWidth - GAP, cellHeight - GAP));
      }
    }
    for (int j = 0; j < hours.size(); j++) {
      double centre = LEFT + (j + 0.5) * cellWidth - GAP / 2;
      canvas.centred(hours.get(j), TextStyle.AXIS, centre, height - 2);
    }
  }

  private static void drawCell(Canvas canvas, Cell cell, Rectangle2D box) {
    if (cell.isClosed()) {
      canvas.roundBox(Fill.hatched(Palette.HAIRLINE), box, ROUND);
    }
    if (cell.text().isEmpty()) {
      return;
    }
    drawStep(canvas, cell, box);
    TextStyle style =
        cell.step() < 0
            ? TextStyle.CELL_PALE
            : cell.step() < Palette.DARK_FROM ? TextStyle.CELL : TextStyle.CELL_ON_DARK;
    canvas.centred(cell.text(), style, box.getCenterX(), box.getCenterY() + 2.2);
  }

  /** Within the box, so that a closed hour keeps a border. */
  private static void drawStep(Canvas canvas, Cell cell, Rectangle2D box) {
    Color color = cell.step() < 0 ? Color.WHITE : Palette.RAMP.get(cell.step());
    double border = cell.isClosed() ? BORDER : 0;
    Rectangle2D inner =
        new Rectangle2D.Double(
            box.getX() + border,
            box.getY() + border,
            box.getWidth() - 2 * border,
            box.getHeight() - 2 * border);
    canvas.roundBox(color, inner, ROUND);
  }

  private void drawLegend(Canvas canvas, double width) {
    double x = width - canvas.width(more, TextStyle.LEGEND);
    canvas.text(more, TextStyle.LEGEND, x, LEGEND);
    x -= 4 + Palette.RAMP.size() * SWATCH;
    for (int i = 0; i < Palette.RAMP.size(); i++) {
      canvas.roundBox(
          Palette.RAMP.get(i),
          new Rectangle2D.Double(x + i * SWATCH, LEGEND - 5.5, SWATCH - GAP, 6),
          ROUND / 2);
    }
    canvas.rightAligned(less, TextStyle.LEGEND, x - 4, LEGEND);
  }
}
