package calltally.reporting.render;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Locale;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontUtil;

/** Measures the titles of sections, so that no note begins before its title ends. */
final class SectionTitle {

  /** The style {@code section} of the reports. */
  private static final float SIZE = 10.5f;

  private static final double GAP = 12;

  private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);

  private SectionTitle() {}

  /** Points from the left edge of the page to where a note may begin. */
  static String width(String title) {
    Font font =
        FontUtil.getInstance(DefaultJasperReportsContext.getInstance())
            .getAwtFontFromBundles("Inter", Font.BOLD, SIZE, Locale.ROOT, false);
    return String.valueOf((int) Math.ceil(font.getStringBounds(title, UNHINTED).getWidth() + GAP));
  }
}
