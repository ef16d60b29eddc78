package calltally.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.render.wording.Verdict;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.CallbackState;
import calltally.reporting.report.DialledLine;
import calltally.reporting.report.MissedCall;
import calltally.reporting.report.MissedCallReport;
import calltally.reporting.report.MissedCallers;
import calltally.reporting.report.ReachedCallers;
import calltally.reporting.report.Totals;
import calltally.reporting.report.WaitingCaller;
import calltally.reporting.report.WorkingTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The headline, the figures, the headings and the lists of one report count the same callers. */
final class CallersAgreeTest {

  /** Two of the six who wait are presumed missed; one of these was tried, as were two others. */
  @Test
  void the_figure_counts_the_callers_of_the_list_presumed_ones_included() {
    CallReport report = day(4, 0, waiting(), List.of()).report();

    Tile tile = new Tiles(report, SampleDay.english()).tiles().get(4);

    assertThat(tile.figure()).isEqualTo("6");
    assertThat(tile.detail()).isEqualTo("3 tried, 2 presumed missed");
    assertThat(text(report, "en"))
        .contains("6 customers are still waiting for a call-back")
        .contains("4 waiting and 2 presumed missed (3 tried, not reached)");
    assertThat(text(report, "ru"))
        .contains("не дозвонились 3, без данных 2")
        .contains("ждут 4 и ещё 2 без данных (не дозвонились до 3)");
  }

  @Test
  void presumed_callers_alone_and_tried_callers_alone_are_named_in_full() {
    assertThat(new WaitingCount(2, 1, 0).detail(SampleDay.english()))
        .isEqualTo("1 tried, not reached");
    assertThat(new WaitingCount(2, 0, 2).detail(SampleDay.english()))
        .isEqualTo("2 presumed missed");
    assertThat(new WaitingCount(2, 0, 0).detail(SampleDay.english())).isEmpty();
  }

  @Test
  void expired_callers_are_as_many_as_were_never_reached() {
    List<WaitingCaller> never =
        List.of(
            caller(1, CallbackState.EXPIRED, false, "2026-11-20T07:00:00Z"),
            caller(2, CallbackState.EXPIRED, true, "2026-11-20T08:00:00Z"),
            caller(3, CallbackState.EXPIRED, false, "2026-11-12T08:00:00Z"));

    String text = text(day(0, 1, List.of(), never).report(), "en");

    assertThat(text)
        .contains("3 customers were never reached")
        .contains("0 waiting, 1 expired and 1 presumed missed")
        .contains("3 customers (1 from before the period): nobody talked to them within 7 days");
  }

  @Test
  void callers_whose_time_ran_out_after_the_period_are_counted_and_said_to_be_later() {
    SampleDay day = day(0, 3, List.of(), List.of());
    day.callbacks =
        new CallbackList(
            List.of(),
            List.of(),
            List.of(caller(1, CallbackState.EXPIRED, false, "2026-11-20T07:00:00Z")),
            List.of(
                caller(2, CallbackState.EXPIRED, false, "2026-11-20T08:00:00Z"),
                caller(3, CallbackState.EXPIRED, false, "2026-11-20T09:00:00Z")));

    assertThat(text(day.report(), "en"))
        .contains("3 customers were never reached")
        .contains("0 waiting, 3 expired (2 after the period)")
        .contains("3 customers: nobody talked to them within 7 days")
        .containsSubsequence("+375 29 111-00-01", "Time ran out after the period", "111-00-03");
  }

  @Test
  void callers_never_reached_are_named_next_to_those_who_wait() {
    CallReport report = new SampleDay().report();

    assertThat(text(report, "en"))
        .contains("9 customers are still waiting for a call-back (plus 2 from other days);")
        .contains("2 from other days were never reached");
    assertThat(text(report, "ru")).contains("2 клиента за другие дни так и не дождались разговора");
  }

  @Test
  void a_caller_of_the_list_who_was_missed_before_a_call_without_an_end_is_not_marked_presumed() {
    WaitingCaller missedBefore = mixed();

    assertThat(CallbackRow.reason(missedBefore, SampleDay.english()))
        .isEqualTo("No end of the last call was received");
    assertThat(new Tiles(day(1, 0, List.of(missedBefore), List.of()).report(), SampleDay.english()))
        .extracting(tiles -> tiles.tiles().get(4).detail())
        .isEqualTo("");
  }

  private static WaitingCaller mixed() {
    return new WaitingCaller(
        "+375291110001",
        new DialledLine("+375290000001", "Sales", null),
        2,
        Instant.parse("2026-11-20T08:00:00Z"),
        null,
        null,
        false,
        List.of(),
        CallbackState.OUTSTANDING,
        0,
        null,
        null);
  }

  /** Fewer wait than usual, but nobody called: no merit. */
  @Test
  void fewer_waiting_callers_are_welcome_only_where_somebody_called_back() {
    CallReport report = day(1, 0, waiting().subList(1, 2), List.of()).report();

    assertThat(new Tiles(report, SampleDay.english()).tiles().get(4).goodChange()).isNotEmpty();
    assertThat(new Tiles(uncalled(), SampleDay.english()).tiles().get(4))
        .extracting(Tile::goodChange, Tile::neutralChange)
        .containsExactly("", "▼ 8 vs usual Fri");
    assertThat(text(uncalled(), "en"))
        .contains("1 customer is still waiting for a call-back, no call to them yet");
  }

  private static CallReport uncalled() {
    SampleDay day = day(1, 0, waiting().subList(3, 4), List.of());
    MissedCallers missed = new MissedCallers(0, 1, 0, 1, 0, 0, ReachedCallers.NONE);
    day.totals = new Totals(day.totals.calls(), day.totals.reasons(), missed, 0, 0);
    return day.report();
  }

  /** The list of missed calls has as many rows as its title says; presumed ones have their own. */
  @Test
  void presumed_missed_calls_stand_apart_from_missed_ones() {
    MissedCallReport sample = SampleReports.missed(3);
    MissedCall call = sample.calls().get(0);
    MissedCall presumed =
        new MissedCall(
            call.date(),
            call.missedAt(),
            "+375297770001",
            call.line(),
            null,
            null,
            List.of(),
            CallbackState.OUTSTANDING,
            null,
            null,
            null,
            null,
            null);
    List<MissedCall> calls = Stream.concat(sample.calls().stream(), Stream.of(presumed)).toList();
    MissedCallReport report = new MissedCallReport(sample.head(), sample.totals(), calls);

    assertThat(Verdict.of(report, SampleDay.english()))
        .startsWith("58 calls missed and 1 presumed missed;");
    try (Pdf pdf = Pdf.of(report, "en", "presumed")) {
      assertThat(pdf.text())
          .contains("1 call with neither an answer nor an end")
          .containsSubsequence("Missed calls and what", "Presumed missed calls", "777-00-01");
    }
  }

  /** Nobody is expected to answer on a day without working time. */
  @Test
  void a_closed_day_has_no_target() {
    SampleDay day = new SampleDay();
    day.workingTime = new WorkingTime(List.of());

    assertThat(new Tiles(day.report(), SampleDay.english()).tiles().get(1).detail())
        .endsWith(" · closed, no target");
    assertThat(Verdict.headline(day.report(), SampleDay.english()))
        .contains("while closed")
        .doesNotContain("target");
  }

  private static String text(CallReport report, String language) {
    try (Pdf pdf = Pdf.of(report, language, "agree")) {
      return pdf.text().replaceAll("\\s*\n", " ");
    }
  }

  private static SampleDay day(
      int waiting, int expired, List<WaitingCaller> callers, List<WaitingCaller> never) {
    SampleDay day = new SampleDay();
    MissedCallers missed = new MissedCallers(1, 1, 0, waiting, expired, 0, ReachedCallers.NONE);
    day.totals = new Totals(day.totals.calls(), day.totals.reasons(), missed, 0, 0);
    day.callbacks = new CallbackList(callers, List.of(), never);
    return day;
  }

  private static List<WaitingCaller> waiting() {
    List<WaitingCaller> callers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      CallbackState state = i < 3 ? CallbackState.TRIED : CallbackState.OUTSTANDING;
      callers.add(caller(i, state, i == 0 || i == 5, "2026-11-20T08:00:00Z"));
    }
    return callers;
  }

  private static WaitingCaller caller(
      int number, CallbackState state, boolean isPresumed, String missedAt) {
    return new WaitingCaller(
        "+37529111000" + number,
        new DialledLine("+375290000001", "Sales", null),
        1,
        Instant.parse(missedAt),
        null,
        isPresumed ? null : MissedReason.NO_ANSWER,
        List.of(),
        state,
        0,
        null,
        null);
  }
}
