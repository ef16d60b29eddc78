package calltally.reporting.render;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import net.sf.jasperreports.renderers.Renderable;
import net.sf.jasperreports.renderers.SimpleDataRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Whose calls they are, as printed on every report.
 *
 * @param company its name
 * @param logo a PNG or JPEG picture, printed in place of the name; null without one
 */
public record Letterhead(String company, @Nullable Path logo) {

  /** Of a company without a logo. */
  public static Letterhead of(String company) {
    return new Letterhead(company, null);
  }

  /** The name, where no logo stands in its place. */
  String printedName() {
    return logo == null ? company : "";
  }

  @Nullable Renderable picture() throws IOException {
    if (logo == null) {
      return null;
    }
    byte[] picture = Files.readAllBytes(logo);
    if (ImageIO.read(new ByteArrayInputStream(picture)) == null) {
      throw new IOException("logo not printed: it must be a PNG or JPEG picture, was " + logo);
    }
    return SimpleDataRenderer.getInstance(picture);
  }
}
