package calltally.reporting.render.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Area;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Locale;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontUtil;

/** Draws boxes, lines and texts in the fonts of the reports. */
final class Canvas {

  private static final double HATCH_STEP = 2.6;
  private static final double HATCH_STRENGTH = 0.7;

  /** White around a text drawn over lines, in points on each side. */
  private static final double HALO = 1.2;

  private final Graphics2D graphics;
  private final FontUtil fonts;

  Canvas(Graphics2D graphics, JasperReportsContext context) {
    this(graphics, FontUtil.getInstance(context));
  }

  private Canvas(Graphics2D graphics, FontUtil fonts) {
    this.graphics = graphics;
    this.fonts = fonts;
  }

  void box(Color color, double x, double y, double width, double height) {
    graphics.setColor(color);
    graphics.fill(new Rectangle2D.Double(x, y, width, height));
  }

  void roundBox(Color color, Rectangle2D box, double radius) {
    graphics.setColor(color);
    graphics.fill(rounded(box, radius));
  }

  /** Draws a box with round corners, hatched if the fill is. */
  void roundBox(Fill fill, Rectangle2D box, double radius) {
    roundBox(fill.color(), box, radius);
    if (fill.isHatched()) {
      clipped(box, radius).hatch(box);
    }
  }

  /** Draws white strokes across the box and beyond it, rising to the right. */
  private void hatch(Rectangle2D box) {
    double rise = box.getHeight();
    for (double x = box.getX() - rise; x < box.getMaxX(); x += HATCH_STEP) {
      line(Color.WHITE, HATCH_STRENGTH, x, box.getMaxY(), x + rise, box.getY());
    }
  }

  /** Draws a box with round upper corners. */
  void roundTopBox(Color color, Rectangle2D box, double radius) {
    double round = Math.min(radius, box.getHeight());
    Rectangle2D twice =
        new Rectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight() + 2 * round);
    Area area = new Area(rounded(twice, round));
    area.intersect(new Area(box));
    graphics.setColor(color);
    graphics.fill(area);
  }

  /** Limits all further drawing to the round box. */
  void clip(Rectangle2D box, double radius) {
    graphics.clip(rounded(box, radius));
  }

  void rule(Color color, double strength, double x, double y, double width) {
    graphics.setColor(color);
    graphics.setStroke(new BasicStroke((float) strength));
    graphics.draw(new Line2D.Double(x, y, x + width, y));
  }

  void line(Color color, double strength, double x1, double y1, double x2, double y2) {
    graphics.setColor(color);
    graphics.setStroke(
        new BasicStroke((float) strength, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  void dot(Color color, double x, double y, double radius) {
    roundBox(color, new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), radius);
  }

  Canvas clipped(Rectangle2D box, double radius) {
    Graphics2D clipped = (Graphics2D) graphics.create();
    clipped.clip(rounded(box, radius));
    return new Canvas(clipped, fonts);
  }

  void centred(String text, TextStyle style, double x, double baseline) {
    text(text, style, x - width(text, style) / 2, baseline);
  }

  /** Draws the text on a white halo, so that no line crosses the letters. */
  void centredOnLines(String text, TextStyle style, double x, double baseline) {
    if (text.isEmpty()) {
      return;
    }
    double left = x - width(text, style) / 2;
    graphics.setColor(Color.WHITE);
    graphics.setStroke(
        new BasicStroke((float) (2 * HALO), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(
        font(style)
            .createGlyphVector(graphics.getFontRenderContext(), text)
            .getOutline((float) left, (float) baseline));
    text(text, style, left, baseline);
  }

  void rightAligned(String text, TextStyle style, double x, double baseline) {
    text(text, style, x - width(text, style), baseline);
  }

  void text(String text, TextStyle style, double x, double baseline) {
    graphics.setFont(font(style));
    graphics.setColor(style.color());
    graphics.drawString(text, (float) x, (float) baseline);
  }

  double width(String text, TextStyle style) {
    return font(style).getStringBounds(text, graphics.getFontRenderContext()).getWidth();
  }

  private Font font(TextStyle style) {
    return fonts.getAwtFontFromBundles(
        style.family(), Font.PLAIN, style.size(), Locale.ROOT, false);
  }

  private static RoundRectangle2D rounded(Rectangle2D box, double radius) {
    return new RoundRectangle2D.Double(
        box.getX(), box.getY(), box.getWidth(), box.getHeight(), 2 * radius, 2 * radius);
  }
}
