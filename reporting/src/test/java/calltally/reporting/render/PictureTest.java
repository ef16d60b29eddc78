package calltally.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.Report;
import calltally.sql.settings.Targets;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares pages with approved pictures. */
final class PictureTest {

  /** Share of a page's dots that may differ; between JDK 17 and 25 none does. */
  private static final double TOLERANCE = 0.0001;

  static Stream<Arguments> pages() {
    return Stream.of(
        Arguments.of("daily", new SampleDay().report(), "en", 1),
        Arguments.of("daily", new SampleDay().report(), "ru", 2),
        Arguments.of("weekend", SampleReports.weekend(), "ru", 2),
        Arguments.of("manager", SampleReports.review(), "ru", 1),
        Arguments.of("missed", SampleReports.missed(60), "en", 2));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_looks_as_it_was_approved(String name, Report report, String language, int page)
      throws IOException {
    String picture = name + "-" + language + "-" + page;
    try (Pdf pdf = Pdf.of(report, language, "picture-" + name)) {
      PagePicture drawn = PagePicture.of(pdf, page);
      drawn.keptAs(picture);

      assertThat(drawn.differenceFrom(drawn.approved(picture)))
          .as("target/reports/%s.png", picture)
          .isLessThanOrEqualTo(TOLERANCE);
    }
  }

  @Test
  void two_small_words_missing_exceed_the_tolerance() throws IOException {
    SampleDay day = new SampleDay();
    day.targets = Targets.NONE;
    try (Pdf pdf = Pdf.of(new SampleDay(), "en", "picture-one");
        Pdf other = Pdf.of(day, "en", "picture-other")) {
      assertThat(PagePicture.of(pdf, 1).differenceFrom(PagePicture.of(other, 1)))
          .isGreaterThan(TOLERANCE);
    }
  }
}
