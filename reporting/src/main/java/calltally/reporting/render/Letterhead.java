package calltally.reporting.render;

import calltally.sql.LocalizedException;
import calltally.sql.LocalizedText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import net.sf.jasperreports.renderers.Renderable;
import net.sf.jasperreports.renderers.SimpleDataRenderer;
import org.jspecify.annotations.Nullable;

/**
 * The company's name or logo, printed on every report.
 *
 * @param company name of the company
 * @param logo a PNG or JPEG file, printed instead of the name; null without one
 */
public record Letterhead(String company, @Nullable Path logo) {

  /** A letterhead without a logo. */
  public static Letterhead of(String company) {
    return new Letterhead(company, null);
  }

  /** The name, unless a logo is printed instead. */
  String printedName() {
    return logo == null ? company : "";
  }

  @Nullable Renderable picture() {
    return logo == null ? null : picture(logo);
  }

  private static Renderable picture(Path logo) {
    try {
      byte[] picture = Files.readAllBytes(logo);
      if (ImageIO.read(new ByteArrayInputStream(picture)) == null) {
        throw unprintable(logo, null);
      }
      return SimpleDataRenderer.getInstance(picture);
    } catch (IOException e) {
      throw unprintable(logo, e);
    }
  }

  private static LocalizedException unprintable(Path logo, @Nullable IOException cause) {
    return new LocalizedException(
        LocalizedText.of("calltally.reporting.render", "logo", logo), cause);
  }
}
