package calltally.reporting.render.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/** A vector shape that fills the image element of a template. */
public abstract class Drawing extends AbstractRenderer implements Graphics2DRenderable {

  private static final long serialVersionUID = 1L;

  @Override
  public final void render(
      JasperReportsContext context, Graphics2D graphics, Rectangle2D rectangle) {
    Graphics2D own = (Graphics2D) graphics.create();
    try {
      own.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      own.translate(rectangle.getX(), rectangle.getY());
      draw(new Canvas(own, context), rectangle.getWidth(), rectangle.getHeight());
    } finally {
      own.dispose();
    }
  }

  /** Draws within {@code (0, 0)} and {@code (width, height)}, in points, y downwards. */
  abstract void draw(Canvas canvas, double width, double height);
}
