package calltally.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.report.CallCounts;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.DataQuality;
import calltally.reporting.report.DataQuality.Untold;
import calltally.reporting.report.LineCalls;
import calltally.reporting.report.MissedCallers;
import calltally.reporting.report.MissedReasons;
import calltally.reporting.report.ReachedCallers;
import calltally.reporting.report.Totals;
import calltally.reporting.report.WaitingCaller;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DailyPdfTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void a_normal_day_matches_the_approved_text(String language) throws IOException {
    try (Pdf pdf = Pdf.of(new SampleDay(), language, "normal")) {
      Golden.assertSame("daily-" + language + ".txt", pdf.text());
      assertThat(pdf.pages()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void no_texts_touch(String language) {
    Map<String, SampleDay> days =
        Map.of(
            "normal", new SampleDay(),
            "empty", SampleDay.withoutData(),
            "one-call", SampleDay.withOneCall(),
            "long-names", SampleDay.withLongNames(),
            "crowd", SampleDay.withCrowd());
    days.forEach(
        (name, day) -> {
          try (Pdf pdf = Pdf.of(day, language, name)) {
            assertThat(pdf.faultyTexts()).as(name).isEmpty();
          }
        });
  }

  @Test
  void tables_longer_than_a_page_repeat_their_headings() {
    try (Pdf pdf = Pdf.of(SampleDay.withCrowd(), "en", "crowd")) {
      int last = pdf.pages();
      assertThat(last).isBetween(20, 25);
      assertThat(pdf.text(1)).contains("Call-back list").contains("Page 1 of " + last);
      assertThat(pdf.text(2)).startsWith("Call-back list").contains("Why missed");
      assertThat(IntStream.rangeClosed(1, last).mapToObj(pdf::text))
          .anyMatch(text -> text.startsWith("Managers\n") || text.startsWith("Managers Manager’s"))
          .anyMatch(text -> text.startsWith("Managers: rings") && text.contains("Unavail-"))
          .anyMatch(text -> text.contains("Total"));
      assertThat(pdf.text(last))
          .contains("What these figures rest on")
          .contains("Page %d of %d".formatted(last, last));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void every_font_is_embedded(String language) {
    try (Pdf pdf = Pdf.of(new SampleDay(), language, "normal")) {
      assertThat(pdf.fonts()).hasSizeGreaterThanOrEqualTo(3).allMatch(PDFont::isEmbedded);
    }
  }

  @Test
  void charts_are_vectors() {
    try (Pdf pdf = Pdf.of(new SampleDay(), "en", "normal")) {
      assertThat(pdf.images()).isZero();
    }
  }

  @Test
  void the_document_names_its_title_author_and_language() {
    try (Pdf pdf = Pdf.of(new SampleDay(), "ru", "normal")) {
      assertThat(pdf.document().getDocumentInformation().getTitle())
          .isEqualTo("Ежедневный отчёт по звонкам, main, пятница, 20 ноября 2026");
      assertThat(pdf.document().getDocumentInformation().getAuthor()).isEqualTo("Romashka LLC");
      assertThat(pdf.document().getDocumentCatalog().getLanguage()).isEqualTo("ru");
      assertThat(pdf.bookmarks())
          .startsWith("Ежедневный отчёт по звонкам")
          .contains("Менеджеры", "Кому перезвонить")
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void numbers_and_recordings_are_links() {
    try (Pdf pdf = Pdf.of(new SampleDay(), "ru", "normal")) {
      assertThat(pdf.links(1))
          .contains("tel:+375291112233", "https://pbx.example.com/voicemail/1.mp3");
    }
  }

  @Test
  void numbers_of_customers_can_be_masked() {
    ReportPdf masking = new ReportPdf(Letterhead.of("Romashka LLC"), CustomerNumbers.MASKED);
    try (Pdf pdf = Pdf.of(masking, new SampleDay().report(), "en", "masked")) {
      assertThat(pdf.text())
          .contains("+375 29 •••-••-33")
          .contains("+375 29 000-00-17")
          .doesNotContain("111-22-33");
      assertThat(pdf.links(1))
          .noneMatch(link -> link.startsWith("tel:") || link.contains("/voicemail/"));
    }
  }

  @Test
  void a_day_without_data_says_so_and_shows_no_figure() {
    try (Pdf pdf = Pdf.of(SampleDay.withoutData(), "en", "none")) {
      assertThat(pdf.pages()).isEqualTo(1);
      assertThat(pdf.text())
          .contains("No data received for this period")
          .contains("— — — — —")
          .doesNotContain("Incoming 0")
          .doesNotContain("usual");
    }
  }

  @Test
  void a_day_that_was_sent_afterwards_as_a_whole_says_so() {
    SampleDay day = new SampleDay();
    day.quality =
        new DataQuality(
            40, 2, 0, 40, 9, 9, 0, Untold.NOTHING, List.of(), List.of(), 1, List.of(), null);
    try (Pdf pdf = Pdf.of(day, "en", "afterwards")) {
      assertThat(pdf.text())
          .contains("Notifications 40, repeated 2, rejected 0; all sent afterwards");
    }
    day.quality =
        new DataQuality(
            40, 2, 0, 39, 9, 9, 0, Untold.NOTHING, List.of(), List.of(), 1, List.of(), null);
    try (Pdf pdf = Pdf.of(day, "en", "afterwards")) {
      assertThat(pdf.text()).contains("rejected 0, more than 5\u00A0min late 39.");
    }
  }

  @Test
  void an_empty_section_says_why_it_is_empty() {
    try (Pdf pdf = Pdf.of(SampleDay.withOneCall(), "en", "one")) {
      assertThat(pdf.text())
          .contains("Answered 100\u202F% of 1 call; nobody is waiting for a call-back")
          .contains("No missed calls.")
          .doesNotContain("target")
          .doesNotContain("Outside working hours");
    }
  }

  @Test
  void a_day_on_which_everybody_was_reached_counts_how() {
    SampleDay day = new SampleDay();
    day.totals =
        new Totals(
            day.totals.calls(),
            day.totals.reasons(),
            new MissedCallers(40, 9, 0, 0, 0, 2, ReachedCallers.NONE),
            0,
            0);
    day.callbacks = CallbackList.NONE;

    try (Pdf pdf = Pdf.of(day, "en", "reached")) {
      assertThat(pdf.text())
          .contains("nobody with a known number is waiting for a call-back")
          .contains("every missed caller with a known number was reached")
          .contains("49 missed callers: 40 called back, 9 got through themselves")
          .contains("2 missed calls came from withheld numbers.");
    }
  }

  @Test
  void a_day_on_which_nothing_was_answered_has_a_rate_of_zero() {
    SampleDay day = new SampleDay();
    day.totals =
        new Totals(
            new CallCounts(3, 0, 3, 0, 0, 0, 0),
            new MissedReasons(Map.of(MissedReason.NOT_OFFERED, 3)),
            new MissedCallers(0, 0, 0, 3, 0, 0, ReachedCallers.NONE),
            0,
            0);
    day.hours = SampleRows.hours(new int[][] {{3, 0, 3}});
    List<WaitingCaller> three = new SampleDay().callbacks.ofPeriod().subList(0, 3);
    day.callbacks = new CallbackList(three, List.of(), List.of());

    try (Pdf pdf = Pdf.of(day, "en", "unanswered")) {
      assertThat(pdf.text())
          .contains("Answered 0\u202F% of 3 calls; 3 customers are still waiting");
    }
  }

  @Test
  void more_than_three_managers_own_numbers_are_summed_in_the_last_row() {
    SampleDay day = new SampleDay();
    List<LineCalls> lines = new ArrayList<>(day.lines);
    CallCounts calls = new CallCounts(2, 1, 1, 0, 0, 1, 0);
    lines.add(SampleRows.direct("+375290000012", "Dmitry Kuznetsov", calls));
    lines.add(SampleRows.direct("102", "Dmitry Kuznetsov", calls));
    lines.add(SampleRows.direct("+375290000013", "Oleg Tsaryov", calls));
    lines.add(SampleRows.line("+375290000009", null, null, calls));
    day.lines = lines;

    try (Pdf pdf = Pdf.of(day, "en", "direct")) {
      assertThat(pdf.text())
          .contains("+375 29 000-00-09 2 1 1 50.0\u202F%\nDirect numbers 3 managers 9 5 4")
          .doesNotContain("direct number ");
    }
  }

  @Test
  void a_line_with_few_calls_has_a_grey_rate() {
    SampleDay day = new SampleDay();
    day.lines =
        List.of(
            SampleRows.line("+375290000001", "Twenty", null, new CallCounts(20, 1, 19, 0, 0, 1, 0)),
            SampleRows.line("+375290000002", "Less", null, new CallCounts(20, 1, 18, 1, 0, 1, 0)));

    List<LineRow> rows = LineRow.of(day.lines, SampleDay.english());

    assertThat(rows).extracting(LineRow::rate).containsExactly("5.0\u202F%", "");
    assertThat(rows).extracting(LineRow::uncertainRate).containsExactly("", "5.3\u202F%");
  }

  /** The table of managers has all of a name, the one of rings as much as its column holds. */
  @Test
  void long_names_are_broken_without_hyphens_of_our_own() {
    try (Pdf pdf = Pdf.of(SampleDay.withLongNames(), "ru", "long")) {
      String text = pdf.text();
      assertThat(text)
          .contains("Константинович")
          .contains("Константинопольский-")
          .contains("Константинопольский-\nВоскресенский")
          .doesNotContain("Константино-")
          .contains("Воскресенский")
          .contains("Горячая линия для постоянных")
          .contains("клиентов и партнёров")
          .contains("115:47:35");
      assertThat(text.chars().filter(letter -> letter == 'W').count()).isBetween(51L, 99L);
    }
  }

  @Test
  void poor_data_is_reported_above_the_hours() {
    try (Pdf pdf = Pdf.of(SampleDay.withLongNames(), "en", "long")) {
      assertThat(pdf.text()).contains("Only 91.8\u202F% of the calls are complete (start, end");
    }
  }
}
