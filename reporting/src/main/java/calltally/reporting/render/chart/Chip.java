package calltally.reporting.render.chart;

import calltally.reporting.report.CallbackState;
import java.awt.Color;
import java.awt.geom.Rectangle2D;

/** The rounded background of a state. */
public final class Chip extends Drawing {

  private static final long serialVersionUID = 1L;

  private final Color color;

  private Chip(Color color) {
    this.color = color;
  }

  /** The background of a call-back state. */
  public static Chip of(CallbackState state) {
    return new Chip(
        switch (state) {
          case RETURNED, CAME_BACK -> Palette.REACHED;
          case OUTSTANDING -> Palette.WAITING;
          case TRIED, EXPIRED -> Palette.NOT_REACHED;
          case WITHHELD -> Palette.TRACK;
        });
  }

  @Override
  void draw(Canvas canvas, double width, double height) {
    canvas.roundBox(color, new Rectangle2D.Double(0, 0, width, height), height / 2);
  }
}
