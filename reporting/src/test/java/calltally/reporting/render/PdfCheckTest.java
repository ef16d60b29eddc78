package calltally.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PdfCheckTest {

  private static final Report DAY = new SampleDay().report();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void every_report_is_fit_to_be_sent(String language) throws IOException {
    assertThat(faults(written(DAY, language), DAY, language)).isEmpty();
    for (Report report :
        List.of(SampleReports.week(), SampleReports.review(), SampleReports.missed(40))) {
      assertThat(faults(written(report, language), report, language)).isEmpty();
    }
  }

  @Test
  void a_blank_page_is_found() throws IOException {
    Path file = written(DAY, "en");
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      document.addPage(new PDPage());
      document.save(folder.resolve("blank.pdf").toFile());
    }

    assertThat(faults(folder.resolve("blank.pdf"), DAY, "en"))
        .singleElement()
        .asString()
        .matches("no page may be blank, page (\\d) of \\1 is");
  }

  @Test
  void a_file_without_pages_or_not_a_pdf_is_found() throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.save(folder.resolve("none.pdf").toFile());
    }
    Path words = Files.writeString(folder.resolve("words.pdf"), "words");

    assertThat(faults(folder.resolve("none.pdf"), DAY, "en"))
        .contains("it must have a page but has none");
    assertThatThrownBy(() -> faults(words, DAY, "en")).isInstanceOf(IOException.class);
  }

  @Test
  void a_font_that_is_not_embedded_is_found() throws IOException {
    Path file = written(DAY, "en");
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      try (PDPageContentStream page =
          new PDPageContentStream(document, document.getPage(0), AppendMode.APPEND, false)) {
        page.beginText();
        page.setFont(new PDType1Font(FontName.COURIER), 12);
        page.showText("more");
        page.endText();
      }
      document.save(folder.resolve("foreign.pdf").toFile());
    }

    assertThat(faults(folder.resolve("foreign.pdf"), DAY, "en"))
        .containsExactly("every font must be embedded, Courier is not");
  }

  @Test
  void figures_of_another_report_are_found() throws IOException {
    assertThat(faults(written(SampleDay.withOneCall().report(), "en"), DAY, "en"))
        .isNotEmpty()
        .allMatch(fault -> fault.matches("it must say .* but does not"));
  }

  private static List<String> faults(Path file, Report report, String language) throws IOException {
    return PdfCheck.of(report, Locale.forLanguageTag(language), CustomerNumbers.SHOWN).faults(file);
  }

  private Path written(Report report, String language) throws IOException {
    Path file = folder.resolve(report.head().kind() + "-" + language + ".pdf");
    new ReportPdf(Letterhead.of("Romashka LLC"), CustomerNumbers.SHOWN)
        .write(report, Locale.forLanguageTag(language), file);
    return file;
  }
}
