package calltally.reporting.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.reporting.render.Golden;
import calltally.reporting.render.SampleDay;
import calltally.reporting.render.SampleReports;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Report;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LettersTest {

  private static final Letters LETTERS = new Letters("Romashka LLC", CustomerNumbers.SHOWN);

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void a_day_reads_as_it_was_approved(String language) throws IOException {
    assertApproved(new SampleDay().report(), language, "daily");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void a_week_reads_as_it_was_approved(String language) throws IOException {
    assertApproved(SampleReports.week(), language, "weekly");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void a_month_reads_as_it_was_approved(String language) throws IOException {
    assertApproved(SampleReports.month(), language, "monthly");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void a_review_reads_as_it_was_approved(String language) throws IOException {
    assertApproved(SampleReports.review(), language, "manager");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void missed_calls_read_as_they_were_approved(String language) throws IOException {
    assertApproved(SampleReports.missed(40), language, "missed");
  }

  private static void assertApproved(Report report, String language, String name)
      throws IOException {
    Letter letter = LETTERS.write(report, Locale.forLanguageTag(language), Postscript.NONE);
    Golden.assertSame(
        "letter-%s-%s.txt".formatted(name, language),
        "%s\n\n%s\n%s".formatted(letter.subject(), letter.text(), ReadHtml.text(letter.html())));
    assertThat(ReadHtml.figures(ReadHtml.text(letter.html())))
        .isEqualTo(ReadHtml.figures(letter.text()));
  }

  @Test
  void what_the_delivery_has_to_say_stands_above_the_figures() {
    Postscript postscript =
        Postscript.NONE
            .correcting(Instant.parse("2026-11-21T05:00:00Z"))
            .leavingOut("daily.xlsx", "/srv/calltally/archive/2026/11/21/daily.xlsx")
            .unsubscribedAt(URI.create("mailto:reports@example.com?subject=stop&x=1"));

    Letter letter = LETTERS.write(new SampleDay().report(), Locale.ENGLISH, postscript);

    assertThat(letter.subject()).startsWith("Corrected: main, 20 Nov: answered 86");
    assertThat(letter.text())
        .contains("It replaces the one of 21 Nov 2026 08:00.")
        .contains("daily.xlsx is too large for a mail. It lies here: /srv/calltally/archive")
        .contains("Unsubscribe: mailto:reports@example.com?subject=stop&x=1");
    assertThat(ReadHtml.links(letter.html()))
        .contains("mailto:reports@example.com?subject=stop&x=1");
  }

  @Test
  void a_way_out_that_is_a_script_is_refused() {
    assertThatThrownBy(() -> Postscript.NONE.unsubscribedAt(URI.create("javascript:alert(1)")))
        .hasMessageContaining("starts with http:, https: or mailto:, was javascript");
  }
}
