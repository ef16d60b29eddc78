package calltally.reporting.render.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;

/** The mark of Calltally: a voice, as five bars on a tile. */
public final class Logo extends Drawing {

  private static final long serialVersionUID = 1L;

  /** Heights of the bars, as shares of the tile's height. */
  private static final double[] BARS = {0.16, 0.32, 0.52, 0.32, 0.16};

  @Override
  void draw(Canvas canvas, double width, double height) {
    canvas.roundBox(Palette.ANSWERED, new Rectangle2D.Double(0, 0, width, height), 0.22 * width);
    double bar = 0.065 * width;
    double step = 0.125 * width;
    double left = (width - step * (BARS.length - 1) - bar) / 2;
    for (int i = 0; i < BARS.length; i++) {
      double tall = BARS[i] * height;
      canvas.roundBox(
          Color.WHITE,
          new Rectangle2D.Double(left + i * step, (height - tall) / 2, bar, tall),
          bar / 2);
    }
  }
}
