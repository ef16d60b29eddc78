package calltally.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.render.wording.Verdict;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.DataQuality;
import calltally.reporting.report.DataQuality.Untold;
import calltally.reporting.report.DialledLine;
import calltally.reporting.report.Finding;
import calltally.reporting.report.Finding.Evidence;
import calltally.reporting.report.Finding.Rule;
import calltally.reporting.report.MissedCallReport;
import calltally.reporting.report.MissedCallers;
import calltally.reporting.report.Rate;
import calltally.reporting.report.ReachedCallers;
import calltally.reporting.report.Totals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A report says what it does not know: days without data, callers without a number. */
final class PeriodWithGapsTest {

  @Test
  void a_headline_names_the_days_received_when_most_were_not() {
    SampleDay day = new SampleDay();
    day.quality = withoutDays(15, 16);

    assertThat(Verdict.of(day.report(), SampleDay.english()))
        .startsWith("Data for only 1 of 16 working days: answered 86\u202F% of 412 calls; 9 ");
    assertThat(text(day.report(), "ru"))
        .contains("Данные есть только за 1 рабочий день из 16: отвечено на 354 из 412 звонков");
    day.quality = withoutDays(8, 16);
    assertThat(Verdict.of(day.report(), SampleDay.english())).startsWith("Answered 86");
  }

  @Test
  void fewer_callers_waiting_is_no_good_news_when_some_have_expired() {
    assertThat(waitingTile(0).goodChange()).isEqualTo("▼ 9 vs usual Fri");
    assertThat(waitingTile(1).goodChange()).isEmpty();
    assertThat(waitingTile(1).neutralChange()).isEqualTo("▼ 9 vs usual Fri");
  }

  private static Tile waitingTile(int expired) {
    SampleDay day = of(new MissedCallers(1, 1, 0, 4, expired, 0, ReachedCallers.NONE));
    return new Tiles(day.report(), SampleDay.english()).tiles().get(4);
  }

  @Test
  void callers_who_all_withheld_their_numbers_are_not_counted_as_none() {
    SampleDay day = of(new MissedCallers(0, 0, 0, 0, 0, 9, ReachedCallers.NONE));

    List<Tile> tiles = new Tiles(day.report(), SampleDay.english()).tiles();

    assertThat(tiles.get(3).figure()).isEqualTo("—");
    assertThat(tiles.get(3).detail()).isEqualTo("9 calls, numbers withheld");
    assertThat(tiles.get(3).change() + tiles.get(4).change()).isEmpty();
    assertThat(text(day.report(), "ru"))
        .contains("перезвонить некому: 9 пропущенных звонков, номера");
  }

  @Test
  void a_report_of_missed_calls_says_once_that_numbers_were_withheld() {
    MissedCallReport sample = SampleReports.missed(12);
    MissedCallReport missed =
        new MissedCallReport(
            sample.head(),
            sample.totals(),
            sample.calls().stream().filter(call -> call.customer() == null).toList());

    assertThat(Verdict.of(missed, SampleDay.english()))
        .isEqualTo("58 calls missed; nobody can be called back, the numbers are withheld");
  }

  @Test
  void lines_that_are_not_named_are_summed_up() {
    Finding finding =
        new Finding(
            Rule.CAUSE,
            "BUSY",
            new Rate(59, 400),
            0.05,
            List.of(
                new Evidence(null, new DialledLine("+375290000001", "Sales", null), 46),
                new Evidence(null, new DialledLine("+375290000002", "Support", null), 12)));

    assertThat(FindingRow.of(List.of(finding), SampleDay.english()).get(0).evidence())
        .endsWith("Support: 12 · other lines: 1");
  }

  @Test
  void a_period_in_which_nothing_was_received_says_so_once_and_what_to_check() {
    SampleDay day = SampleDay.withoutData();
    day.quality = nothing(Instant.parse("2026-11-19T14:30:00Z"), 0);

    String text = text(day.report(), "en");

    assertThat(text)
        .containsOnlyOnce("No data received for this period")
        .contains("The last call received began on 19 Nov 2026 17:30; nothing has come since.")
        .contains("“./calltally check”")
        .doesNotContain("of 0 calls")
        .doesNotContain("Call-back list");
    day.quality = nothing(null, 3);
    assertThat(text(day.report(), "ru"))
        .contains("не прислал ни одного звонка. За этот период отклонено 3 запроса.");
  }

  @Test
  void callers_of_other_days_are_listed_even_if_nothing_was_received() {
    SampleDay day = SampleDay.withoutData();
    day.quality = nothing(Instant.parse("2026-11-19T14:30:00Z"), 0);
    day.callbacks = new CallbackList(List.of(), new SampleDay().callbacks.ofOtherDays(), List.of());

    assertThat(text(day.report(), "en")).contains("Call-back list").contains("+375 29 101-01-01");
  }

  private static String text(CallReport report, String language) {
    try (Pdf pdf = Pdf.of(report, language, "gaps")) {
      assertThat(pdf.faultyTexts()).isEmpty();
      return pdf.text().replaceAll("\\s*\n", " ");
    }
  }

  private static SampleDay of(MissedCallers missed) {
    SampleDay day = new SampleDay();
    day.totals = new Totals(day.totals.calls(), day.totals.reasons(), missed, 0, 0);
    day.callbacks = CallbackList.NONE;
    return day;
  }

  private static DataQuality withoutDays(int missing, int working) {
    List<LocalDate> dates =
        IntStream.range(0, missing).mapToObj(LocalDate.parse("2026-11-02")::plusDays).toList();
    return new DataQuality(
        40, 0, 0, 0, 9, 9, 0, Untold.NOTHING, List.of(), dates, working, List.of(), null);
  }

  private static DataQuality nothing(@Nullable Instant lastCallAt, int rejected) {
    return new DataQuality(
        0, 0, rejected, 0, 0, 0, 0, Untold.NOTHING, List.of(), List.of(), 1, List.of(), lastCallAt);
  }
}
