package calltally.reporting.mail.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.render.Golden;
import calltally.reporting.render.SampleDay;
import calltally.reporting.render.SampleReports;
import calltally.reporting.report.CallCounts;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.MissedCallers;
import calltally.reporting.report.MissedReasons;
import calltally.reporting.report.Rate;
import calltally.reporting.report.ReachedCallers;
import calltally.reporting.report.Report;
import calltally.reporting.report.Totals;
import calltally.reporting.report.WaitingCaller;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LetterWriterTest {

  private static final LetterWriter LETTERS =
      new LetterWriter("Romashka LLC", CustomerNumbers.SHOWN);

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void a_day_matches_the_approved_text(String language) throws IOException {
    assertApproved(new SampleDay().report(), language, "daily");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void a_week_matches_the_approved_text(String language) throws IOException {
    assertApproved(SampleReports.week(), language, "weekly");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void a_weekend_matches_the_approved_text(String language) throws IOException {
    assertApproved(SampleReports.weekend(), language, "weekend");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void a_month_matches_the_approved_text(String language) throws IOException {
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
    assertApproved(SampleReports.missed(40), language, "missed");
  }

  private static void assertApproved(Report report, String language, String name)
      throws IOException {
    Letter letter = LETTERS.write(report, Locale.forLanguageTag(language), DeliveryNotes.NONE);
    Golden.assertSame(
        "letter-%s-%s.txt".formatted(name, language),
        "%s\n\n%s\n%s".formatted(letter.subject(), letter.text(), ReadHtml.text(letter.html())));
    assertThat(ReadHtml.figures(ReadHtml.text(letter.html())))
        .isEqualTo(ReadHtml.figures(letter.text()));
  }

  @Test
  void every_figure_is_that_of_the_report() {
    CallReport report = new SampleDay().report();
    CallCounts calls = report.totals().calls();
    MissedCallers callers = report.totals().missedCallers();

    Letter letter = LETTERS.write(report, Locale.ENGLISH, DeliveryNotes.NONE);

    assertThat(letter.text())
        .contains("Incoming calls: " + calls.incoming() + " ·")
        .contains(" · " + calls.missed() + " missed\n")
        .contains("Answer rate: " + percent(calls.answerRate()))
        .contains(calls.answered() + " of " + (calls.answered() + calls.missed()) + " · target 90")
        .contains("Service level (20 s): " + percent(calls.serviceLevel()))
        .contains("Missed callers: " + callers.callers() + " ·")
        .contains("Waiting for call-back: " + callers.waiting() + " ·")
        .contains(callers.tried() + " tried, not reached");
  }

  private static String percent(Rate rate) {
    return String.format(Locale.ROOT, "%.1f\u202F%%", 100 * rate.share().orElseThrow());
  }

  @Test
  void a_subject_without_a_company_begins_with_the_report_and_names_no_source() {
    Report report = new SampleDay().report();
    LetterWriter nameless = new LetterWriter("main", "", CustomerNumbers.SHOWN);

    assertThat(nameless.write(report, Locale.ENGLISH, DeliveryNotes.NONE).subject())
        .startsWith("Daily call report, 20 Nov: answered 86");
  }

  @Test
  void ten_callers_are_named_and_more_are_counted() {
    SampleDay day = new SampleDay();
    List<WaitingCaller> nine = day.callbacks.ofPeriod();
    List<WaitingCaller> ten = new ArrayList<>(nine);
    ten.add(day.callbacks.ofOtherDays().get(0));

    day.callbacks = new CallbackList(ten, List.of(), List.of());
    assertThat(text(day)).doesNotContain("The first");
    assertThat(ReadHtml.links(html(day))).filteredOn(link -> link.startsWith("tel:")).hasSize(10);

    day.callbacks = new CallbackList(ten, nine, nine);
    assertThat(text(day)).contains("9 customers were never reached: their time ran out.");
    assertThat(text(day)).contains("The first 10 of 19; the report lists them all.");
    assertThat(ReadHtml.links(html(day))).filteredOn(link -> link.startsWith("tel:")).hasSize(10);

    day.callbacks = CallbackList.NONE;
    day.totals = Totals.NONE;
    assertThat(text(day)).contains("CALL-BACK LIST\nNobody is waiting for a call-back.");
  }

  @Test
  void a_day_without_data_says_so_before_everything_else() {
    Letter letter =
        LETTERS.write(SampleDay.withoutData().report(), Locale.ENGLISH, DeliveryNotes.NONE);

    assertThat(letter.subject()).isEqualTo("Romashka LLC, 20 Nov: no data received");
    assertThat(letter.text())
        .contains("No data received for this period")
        .contains(
            "NOTHING WAS RECEIVED\n- The last call received began on 19 Nov 2026 20:44; nothing")
        .contains("Incoming calls: —\n")
        .doesNotContain("CALL-BACK LIST");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | отвечено на 0\u202F% (цель 90), 1 ждёт звонка",
        "2 | отвечено на 0\u202F% (цель 90), 2 ждут звонка",
        "5 | отвечено на 0\u202F% (цель 90), 5 ждут звонка",
        "21 | отвечено на 0\u202F% (цель 90), 21 ждёт звонка",
        "0 | звонков не было",
      })
  void a_russian_subject_uses_russian_plurals(int missed, String subject) {
    SampleDay day = new SampleDay();
    day.totals =
        new Totals(
            new CallCounts(missed, 0, missed, 0, 0, 0, 0),
            new MissedReasons(Map.of(MissedReason.NO_ANSWER, missed)),
            new MissedCallers(0, 0, 0, missed, 0, 0, ReachedCallers.NONE),
            0,
            0);

    WaitingCaller waiting = new SampleDay().callbacks.ofPeriod().get(1);
    day.callbacks = new CallbackList(Collections.nCopies(missed, waiting), List.of(), List.of());

    Letter letter = LETTERS.write(day.report(), Locale.forLanguageTag("ru"), DeliveryNotes.NONE);

    assertThat(letter.subject()).isEqualTo("Romashka LLC, 20 ноября: " + subject);
  }

  private static String text(SampleDay day) {
    return LETTERS.write(day.report(), Locale.ENGLISH, DeliveryNotes.NONE).text();
  }

  private static String html(SampleDay day) {
    return LETTERS.write(day.report(), Locale.ENGLISH, DeliveryNotes.NONE).html();
  }

  @Test
  void notes_of_the_delivery_stand_above_the_figures() {
    DeliveryNotes notes =
        DeliveryNotes.NONE
            .correcting(Instant.parse("2026-11-21T05:00:00Z"))
            .leavingOut("daily.xlsx", "/srv/calltally/archive/2026/11/21/daily.xlsx")
            .unsubscribedAt(URI.create("mailto:reports@example.com?subject=stop&x=1"));

    Letter letter = LETTERS.write(new SampleDay().report(), Locale.ENGLISH, notes);

    assertThat(letter.subject()).startsWith("Corrected: Romashka LLC, 20 Nov: answered 86");
    assertThat(letter.text())
        .contains("It replaces the one from 21 Nov 2026 08:00.")
        .contains("daily.xlsx is too large to attach. It is here: /srv/calltally/archive")
        .contains("Unsubscribe: mailto:reports@example.com?subject=stop&x=1");
    assertThat(ReadHtml.links(letter.html()))
        .contains("mailto:reports@example.com?subject=stop&x=1");
  }

  @Test
  void an_unsubscribe_address_that_is_a_script_is_refused() {
    assertThatThrownBy(() -> DeliveryNotes.NONE.unsubscribedAt(URI.create("javascript:alert(1)")))
        .hasMessageContaining("must start with http:, https: or mailto: (was javascript");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void a_letter_with_links_to_the_page_matches_the_approved_text(String language)
      throws IOException {
    CallReport report = new SampleDay().report();
    DeliveryNotes notes =
        DeliveryNotes.NONE
            .seenAt(URI.create("https://calls.example.com/day/2026-11-20"))
            .knowing(
                Map.of(
                    report.callbacks().ofPeriod().get(1).customer(),
                    URI.create("https://calls.example.com/customer/82126886b75e3c58")));

    Letter letter = LETTERS.write(report, Locale.forLanguageTag(language), notes);

    Golden.assertSame(
        "letter-linked-%s.txt".formatted(language),
        "%s\n%s".formatted(letter.text(), ReadHtml.text(letter.html())));
    assertThat(ReadHtml.links(letter.html()))
        .contains("https://calls.example.com/customer/82126886b75e3c58");
  }

  @Test
  void the_letter_links_to_the_page() {
    DeliveryNotes notes =
        DeliveryNotes.NONE.seenAt(URI.create("https://calls.example.com/day/2026-11-20"));

    Letter letter = LETTERS.write(SampleDay.withoutData().report(), Locale.ENGLISH, notes);

    assertThat(letter.text())
        .contains(
            "The same figures in a browser, as of now: https://calls.example.com/day/2026-11-20");
    assertThat(letter.html()).contains("href=\"https://calls.example.com/day/2026-11-20\"");
  }
}
