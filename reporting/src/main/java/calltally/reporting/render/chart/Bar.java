package calltally.reporting.render.chart;

import calltally.reporting.report.CallCounts;
import calltally.reporting.report.Rate;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** A bar of counts, on a track as long as the largest row of the table. */
public final class Bar extends Drawing {

  private static final long serialVersionUID = 1L;

  /** White gap between two segments, in points. */
  private static final double GAP = 0.6;

  private final ArrayList<Segment> segments;
  private final int whole;

  private Bar(List<Segment> segments, int whole) {
    this.segments = new ArrayList<>(segments);
    this.whole = whole;
  }

  /**
   * A bar of the calls of a line or department.
   *
   * @param largest total of the largest row of the table
   */
  public static Bar of(CallCounts calls, int largest) {
    return new Bar(
        List.of(
            new Segment(calls.answered(), Palette.ANSWERED),
            new Segment(calls.missed(), Palette.MISSED),
            new Segment(calls.unfinished(), Palette.NEUTRAL)),
        largest);
  }

  /**
   * A bar of the calls that a manager could answer: picked up or not.
   *
   * @param largest whole of the largest row of the table
   */
  public static Bar of(Rate rate, int largest) {
    return new Bar(
        List.of(
            new Segment(rate.part(), Palette.ANSWERED),
            new Segment(rate.whole() - rate.part(), Palette.MISSED)),
        largest);
  }

  /** A count and its colour. */
  private record Segment(int count, Color color) implements Serializable {}

  @Override
  void draw(Canvas canvas, double width, double height) {
    Rectangle2D track = new Rectangle2D.Double(0, 0, width, height);
    canvas.roundBox(Palette.TRACK, track, height / 2);
    if (sum() > 0) {
      canvas.clip(track, height / 2);
      canvas.clip(new Rectangle2D.Double(0, 0, length(sum(), width), height), height / 2);
      drawSegments(canvas, width, height);
    }
  }

  private void drawSegments(Canvas canvas, double width, double height) {
    double x = 0;
    for (Segment segment : segments) {
      double length = length(segment.count(), width);
      if (x > 0 && length > 0) {
        canvas.box(Color.WHITE, x, 0, length, height);
        canvas.box(segment.color(), x + GAP, 0, Math.max(0, length - GAP), height);
      } else {
        canvas.box(segment.color(), x, 0, length, height);
      }
      x += length;
    }
  }

  private int sum() {
    return segments.stream().mapToInt(Segment::count).sum();
  }

  private double length(int count, double width) {
    return width * count / Math.max(1, whole);
  }
}
