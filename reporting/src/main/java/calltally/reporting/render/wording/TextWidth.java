package calltally.reporting.render.wording;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Locale;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontUtil;

/** Measures texts in the fonts of the reports, in points. */
public final class TextWidth {

  /** Size of the text in tables, as in the style {@code text}. */
  private static final float BODY = 7.5f;

  private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);

  private TextWidth() {}

  /** Of a text in a table. */
  static double inTable(String text) {
    return width(text, Font.PLAIN, BODY);
  }

  /** Of a text in bold, of any size. */
  public static double bold(String text, float size) {
    return width(text, Font.BOLD, size);
  }

  private static double width(String text, int style, float size) {
    return FontUtil.getInstance(DefaultJasperReportsContext.getInstance())
        .getAwtFontFromBundles("Inter", style, size, Locale.ROOT, false)
        .getStringBounds(text, UNHINTED)
        .getWidth();
  }
}
