package calltally.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.CallbackState;
import calltally.reporting.report.DialledLine;
import calltally.reporting.report.MissedCallers;
import calltally.reporting.report.ReachedCallers;
import calltally.reporting.report.Totals;
import calltally.reporting.report.WaitingCaller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        .contains("звонили 3, без окончания 2")
        .contains("ждут 4 и ещё 2 без данных об окончании (не дозвонились до 3 клиентов)");
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
        .contains("but 3 customers were never reached")
        .contains("0 waiting, 1 expired and 1 presumed missed")
        .contains("3 customers (1 from before the period): nobody talked to them within 7 days");
  }

  @Test
  void callers_whose_time_ran_out_after_the_period_are_counted_and_said_to_be_later() {
    List<WaitingCaller> never =
        List.of(caller(1, CallbackState.EXPIRED, false, "2026-11-20T07:00:00Z"));

    assertThat(text(day(0, 3, List.of(), never).report(), "en"))
        .contains("but 3 customers were never reached")
        .contains("0 waiting, 3 expired (2 after the period)")
        .contains("1 customer: nobody talked");
  }

  @Test
  void callers_never_reached_are_named_next_to_those_who_wait() {
    CallReport report = new SampleDay().report();

    assertThat(text(report, "en"))
        .contains("9 customers are still waiting for a call-back (plus 2 from other days);")
        .contains("2 were never reached");
    assertThat(text(report, "ru")).contains("с 2 клиентами так и не поговорили");
  }

  private static String text(CallReport report, String language) {
    try (Pdf pdf = Pdf.of(report, language, "agree")) {
      return pdf.text();
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
