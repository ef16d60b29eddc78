package calltally.reporting.render;

import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.MissedCallReport;
import calltally.reporting.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Reads a PDF back before it is sent: no page is blank, every font is embedded, and the report's
 * figures are there.
 */
public final class PdfCheck {

  /** A page with fewer letters and digits, apart from its footer, counts as blank. */
  private static final int BLANK = 20;

  private final Report report;
  private final Wording wording;

  private PdfCheck(Report report, Wording wording) {
    this.report = report;
    this.wording = wording;
  }

  /** Checks against the report as printed in that language. */
  public static PdfCheck of(Report report, Locale locale, CustomerNumbers numbers) {
    return new PdfCheck(report, Wording.of(locale, numbers));
  }

  /**
   * Returns what is wrong with the file; empty when it may be sent.
   *
   * @throws IOException when the file is not a PDF
   */
  public List<String> faults(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      List<String> pages = pages(document);
      List<String> faults = new ArrayList<>();
      if (pages.isEmpty()) {
        faults.add("it must have a page but has none");
      }
      addBlankPages(pages, faults);
      addForeignFonts(document, faults);
      addMissingFigures(String.join(" ", pages), faults);
      return faults;
    }
  }

  private static List<String> pages(PDDocument document) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    // To look for what is printed twice takes a third of the time.
    stripper.setSuppressDuplicateOverlappingText(false);
    List<String> pages = new ArrayList<>();
    for (int page = 1; page <= document.getNumberOfPages(); page++) {
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      pages.add(plain(stripper.getText(document)));
    }
    return pages;
  }

  private void addBlankPages(List<String> pages, List<String> faults) {
    String foot = plain(PageModels.of(report, wording).footer());
    for (int page = 1; page <= pages.size(); page++) {
      String body = pages.get(page - 1).replace(foot, "");
      if (body.codePoints().filter(Character::isLetterOrDigit).count() < BLANK) {
        faults.add("no page may be blank, page %d of %d is".formatted(page, pages.size()));
      }
    }
  }

  private static void addForeignFonts(PDDocument document, List<String> faults) throws IOException {
    for (PDPage page : document.getPages()) {
      PDResources resources = page.getResources();
      if (resources == null) {
        continue;
      }
      for (COSName name : resources.getFontNames()) {
        PDFont font = resources.getFont(name);
        if (!font.isEmbedded()) {
          faults.add("every font must be embedded, %s is not".formatted(font.getName()));
        }
      }
    }
  }

  private void addMissingFigures(String text, List<String> faults) {
    figures()
        .filter(figure -> !text.contains(plain(figure)))
        .forEach(figure -> faults.add("it must say %s but does not".formatted(figure)));
  }

  /** The figures at the top of the report. */
  private Stream<String> figures() {
    if (report instanceof CallReport calls) {
      return new Tiles(calls, wording).tiles().stream().map(Tile::figure);
    }
    if (report instanceof ManagerReview review) {
      return ReviewRow.of(review, wording).stream().map(ReviewRow::own);
    }
    int missed = ((MissedCallReport) report).totals().calls().missed();
    return Stream.of(wording.notation().count(missed));
  }

  /** Collapses white space, since lines may be broken anywhere. */
  private static String plain(String text) {
    return text.replaceAll("[\\s\\u00a0\\u2007\\u202f]+", " ").strip();
  }
}
