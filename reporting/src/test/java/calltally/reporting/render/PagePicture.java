package calltally.reporting.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A page as a viewer draws it, in greyscale, at 100 dots per inch. */
final class PagePicture {

  private static final int DOTS_PER_INCH = 100;
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "pages");

  /** Grey levels of 255; a smaller difference comes from smoothing of edges. */
  private static final int SAME_GREY = 24;

  private final BufferedImage image;

  private PagePicture(BufferedImage image) {
    this.image = image;
  }

  /**
   * @param page from 1
   */
  static PagePicture of(Pdf pdf, int page) throws IOException {
    return new PagePicture(
        new PDFRenderer(pdf.document())
            .renderImageWithDPI(page - 1, DOTS_PER_INCH, ImageType.GRAY));
  }

  /** The approved picture of that name; {@code -Dgolden=rewrite} replaces it by this one. */
  PagePicture approved(String name) throws IOException {
    Path file = FOLDER.resolve(name + ".png");
    if ("rewrite".equals(System.getProperty("golden"))) {
      Files.createDirectories(FOLDER);
      ImageIO.write(image, "png", file.toFile());
    }
    return new PagePicture(ImageIO.read(file.toFile()));
  }

  /** Writes the picture to target/reports. */
  Path keptAs(String name) throws IOException {
    Path file = Path.of("target", "reports", name + ".png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  /** Share of dots that differ from the other's; all of them if the sizes differ. */
  double differenceFrom(PagePicture other) {
    int width = image.getWidth();
    int height = image.getHeight();
    if (width != other.image.getWidth() || height != other.image.getHeight()) {
      return 1;
    }
    int different = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (Math.abs(grey(x, y) - other.grey(x, y)) > SAME_GREY) {
          different++;
        }
      }
    }
    return (double) different / (width * height);
  }

  private int grey(int x, int y) {
    return image.getRaster().getSample(x, y, 0);
  }
}
