package calltally.reporting.render.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** One stacked bar across the page; below it the name, count and share of each segment. */
final class StackedBar extends Drawing {

  private static final long serialVersionUID = 1L;
  private static final double TOP = 18;
  private static final double BAR = 9;
  private static final double GAP = 0.8;
  private static final double LEGEND_BASELINE = 38.5;
  private static final double LEGEND_LINE = 10;
  private static final double LEGEND_GAP = 14;

  private final ArrayList<Segment> segments;

  StackedBar(List<Segment> segments) {
    this.segments = new ArrayList<>(segments);
  }

  /**
   * A segment of the bar.
   *
   * @param figure its count as printed
   * @param share its share as printed
   */
  record Segment(String label, String figure, String share, int count, Fill fill)
      implements Serializable {}

  @Override
  void draw(Canvas canvas, double width, double height) {
    drawBar(canvas, width);
    drawLegend(canvas, width);
  }

  private void drawBar(Canvas canvas, double width) {
    Canvas clipped = canvas.clipped(new Rectangle2D.Double(0, TOP, width, BAR), BAR / 2);
    double whole = Math.max(1, segments.stream().mapToInt(Segment::count).sum());
    double x = 0;
    for (Segment segment : segments) {
      double length = width * segment.count() / whole;
      double gap = x > 0 ? Math.min(GAP, length / 2) : 0;
      clipped.box(Color.WHITE, x, TOP, gap, BAR);
      clipped.roundBox(segment.fill(), new Rectangle2D.Double(x + gap, TOP, length - gap, BAR), 0);
      x += length;
    }
  }

  /** Draws the entries on one line, or on two where they need them. */
  private void drawLegend(Canvas canvas, double width) {
    double x = 0;
    double y = LEGEND_BASELINE;
    for (Segment segment : segments) {
      double entry = 8.5 + canvas.width(entry(segment), TextStyle.LEGEND);
      if (x > 0 && x + entry > width) {
        x = 0;
        y += LEGEND_LINE;
      }
      canvas.roundBox(segment.fill(), new Rectangle2D.Double(x, y - 5, 5.5, 5.5), 1.2);
      canvas.text(entry(segment), TextStyle.LEGEND, x + 8.5, y);
      x += entry + LEGEND_GAP;
    }
  }

  private static String entry(Segment segment) {
    return segment.label() + " " + segment.figure() + " (" + segment.share() + ")";
  }
}
