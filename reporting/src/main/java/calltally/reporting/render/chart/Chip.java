package calltally.reporting.render.chart;

import calltally.reporting.report.CallbackState;
import java.awt.Color;
import java.awt.geom.Rectangle2D;

/** The round ground on which a state is printed. */
public final class Chip extends Drawing {

  private static final long serialVersionUID = 1L;

  private final Color color;

  private Chip(Color color) {
    this.color = color;
  }

  /** The ground of what became of a missed caller. */
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
