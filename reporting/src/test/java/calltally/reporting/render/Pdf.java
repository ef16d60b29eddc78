package calltally.reporting.render;

import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Report;
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
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;

/** A report written as PDF and read back. */
final class Pdf implements AutoCloseable {

  private final PDDocument document;

  private Pdf(PDDocument document) {
    this.document = document;
  }

  /** Writes the report to target/reports. */
  static Pdf of(SampleDay day, String language, String name) {
    return of(day.report(), language, name);
  }

  static Pdf of(Report report, String language, String name) {
    return of(
        new ReportPdf(Letterhead.of("Romashka LLC"), CustomerNumbers.SHOWN),
        report,
        language,
        name);
  }

  static Pdf of(ReportPdf pdf, Report report, String language, String name) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "reports"));
      Path file = folder.resolve(name + "-" + language + ".pdf");
      pdf.write(report, Locale.forLanguageTag(language), file);
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

  /** Texts that touch each other or leave the page. */
  List<String> faultyTexts() {
    try {
      return PageTexts.faults(document);
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

  /** The titles of the outline, from top to bottom, all levels unfolded. */
  List<String> bookmarks() {
    List<String> titles = new ArrayList<>();
    document
        .getDocumentCatalog()
        .getDocumentOutline()
        .children()
        .forEach(item -> add(item, titles));
    return titles;
  }

  private static void add(PDOutlineItem item, List<String> titles) {
    titles.add(item.getTitle());
    item.children().forEach(child -> add(child, titles));
  }

  /** The targets of a page's links. */
  List<String> links(int page) {
    List<String> links = new ArrayList<>();
    try {
      for (PDAnnotation annotation : document.getPage(page - 1).getAnnotations()) {
        if (annotation instanceof PDAnnotationLink link
            && link.getAction() instanceof PDActionURI action) {
          links.add(action.getURI());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return links;
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
