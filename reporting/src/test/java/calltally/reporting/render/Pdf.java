package calltally.reporting.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;

/** A daily report written to a file and read back as anybody's viewer reads it. */
final class Pdf implements AutoCloseable {

  private final PDDocument document;

  private Pdf(PDDocument document) {
    this.document = document;
  }

  /** Written to target/daily, where one can look at it. */
  static Pdf of(SampleDay day, String language, String name) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "daily"));
      Path file = folder.resolve(name + "-" + language + ".pdf");
      new DailyPdf("Romashka LLC").write(day.report(), Locale.forLanguageTag(language), file);
      return new Pdf(Loader.loadPDF(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PDDocument document() {
    return document;
  }

  int pages() {
    return document.getNumberOfPages();
  }

  String text() {
    return text(1, pages());
  }

  String text(int page) {
    return text(page, page);
  }

  private String text(int from, int to) {
    try {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      stripper.setStartPage(from);
      stripper.setEndPage(to);
      stripper.setLineSeparator("\n");
      return stripper.getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<PDFont> fonts() {
    List<PDFont> fonts = new ArrayList<>();
    for (PDPage page : document.getPages()) {
      PDResources resources = page.getResources();
      for (COSName name : resources.getFontNames()) {
        try {
          fonts.add(resources.getFont(name));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return fonts;
  }

  long images() {
    return StreamSupport.stream(document.getPages().spliterator(), false)
        .map(PDPage::getResources)
        .flatMap(
            resources ->
                StreamSupport.stream(resources.getXObjectNames().spliterator(), false)
                    .filter(resources::isImageXObject))
        .count();
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
