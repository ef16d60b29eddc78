package calltally.reporting.render.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;

/** The round ground on which a state is printed. */
public final class Chip extends Drawing {

  private static final long serialVersionUID = 1L;

  private final Color color;

  public Chip(Color color) {
    this.color = color;
  }

  @Override
  void draw(Canvas canvas, double width, double height) {
    canvas.roundBox(color, new Rectangle2D.Double(0, 0, width, height), height / 2);
  }
}
