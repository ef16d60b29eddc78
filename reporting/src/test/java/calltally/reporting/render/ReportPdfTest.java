package calltally.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Report;
import calltally.sql.LocalizedException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportPdfTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void a_week_matches_the_approved_text(String language) throws IOException {
    assertApproved(SampleReports.week(), language, "weekly");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void a_daily_report_of_several_dates_matches_the_approved_text(String language)
      throws IOException {
    assertApproved(SampleReports.weekend(), language, "weekend");
  }

  @Test
  void several_dates_have_one_call_back_list_and_a_section_each() {
    try (Pdf pdf = Pdf.of(SampleReports.weekend(), "en", "weekend")) {
      assertThat(pdf.text()).containsOnlyOnce("Call-back list");
      assertThat(pdf.bookmarks())
          .doesNotHaveDuplicates()
          .containsSubsequence(
              "Call-back list",
              "Friday, 20 November 2026",
              "Calls by hour, 20 Nov",
              "Managers, 20 Nov",
              "Saturday, 21 November 2026",
              "Calls by hour, 21 Nov",
              "Managers, 21 Nov",
              "Sunday, 22 November 2026",
              "When calls were missed");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void a_month_of_31_days_matches_the_approved_text(String language) throws IOException {
    assertApproved(SampleReports.month(), language, "monthly");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void a_review_matches_the_approved_text(String language) throws IOException {
    assertApproved(SampleReports.review(), language, "manager");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void missed_calls_match_the_approved_text(String language) throws IOException {
    assertApproved(SampleReports.missed(12), language, "missed");
  }

  private static void assertApproved(Report report, String language, String name)
      throws IOException {
    try (Pdf pdf = Pdf.of(report, language, name)) {
      Golden.assertSame(name + "-" + language + ".txt", pdf.text());
      assertThat(pdf.faultyTexts()).isEmpty();
      assertThat(pdf.images()).isZero();
      assertThat(pdf.fonts()).allMatch(font -> font.isEmbedded());
    }
  }

  @Test
  void a_review_of_few_rings_says_they_are_too_few() {
    try (Pdf pdf = Pdf.of(SampleReports.smallReview(), "en", "small")) {
      assertThat(pdf.text())
          .contains("Picked up 63\u202F% of 8 calls that could be answered (too few to compare)")
          .contains("too few calls (under 20)");
    }
  }

  @Test
  void five_hundred_missed_calls_repeat_their_heading_on_every_page() {
    try (Pdf pdf = Pdf.of(SampleReports.missed(500), "en", "missed-500")) {
      assertThat(pdf.pages()).isBetween(10, 20);
      assertThat(pdf.text(pdf.pages() - 1)).startsWith("Missed calls and what happened");
      assertThat(pdf.bookmarks()).doesNotHaveDuplicates();
    }
  }

  @Test
  void the_document_declares_itself_pdf_a() throws IOException {
    try (Pdf pdf = Pdf.of(SampleReports.review(), "en", "manager")) {
      String metadata =
          new String(
              pdf.document().getDocumentCatalog().getMetadata().toByteArray(),
              java.nio.charset.StandardCharsets.UTF_8);
      assertThat(metadata).containsPattern("pdfaid:part(=\"|>)2").contains("conformance");
      assertThat(pdf.document().getDocumentCatalog().getOutputIntents()).hasSize(1);
    }
  }

  @Test
  void a_logo_replaces_the_name(@TempDir Path folder) throws IOException {
    Path logo = folder.resolve("logo.png");
    ImageIO.write(new BufferedImage(240, 60, BufferedImage.TYPE_INT_RGB), "png", logo.toFile());
    ReportPdf pdf = new ReportPdf(new Letterhead("Romashka", logo), CustomerNumbers.SHOWN);

    try (Pdf written = Pdf.of(pdf, SampleReports.week(), "en", "logo")) {
      assertThat(written.images()).isOne();
      assertThat(written.text()).doesNotContain("Romashka");
      assertThat(written.document().getDocumentInformation().getAuthor()).isEqualTo("Romashka");
    }
  }

  @Test
  void a_logo_that_is_no_picture_is_refused_with_its_path(@TempDir Path folder) throws IOException {
    Path logo = Files.writeString(folder.resolve("logo.txt"), "no picture");
    ReportPdf pdf = new ReportPdf(new Letterhead("Romashka", logo), CustomerNumbers.SHOWN);

    assertThatThrownBy(
            () -> pdf.write(SampleReports.week(), Locale.ENGLISH, folder.resolve("week.pdf")))
        .isInstanceOf(LocalizedException.class)
        .hasMessageContaining("must be a readable PNG or JPEG picture (was " + logo);
  }
}
