package calltally.reporting.render.wording;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Locale;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontUtil;
import net.sf.jasperreports.engine.util.JRFontNotFoundException;
import org.jspecify.annotations.Nullable;

/** Measures texts in the fonts of the reports, in points. */
public final class TextWidth {

  private static final String FAMILY = "Inter";

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
    return font(style, size).getStringBounds(text, UNHINTED).getWidth();
  }

  /** Needs room for a temporary file when the font is used for the first time. */
  private static Font font(int style, float size) {
    @Nullable Font found =
        FontUtil.getInstance(DefaultJasperReportsContext.getInstance())
            .getAwtFontFromBundles(FAMILY, style, size, Locale.ROOT, false);
    if (found == null) {
      throw new JRFontNotFoundException(FAMILY);
    }
    return found;
  }
}
