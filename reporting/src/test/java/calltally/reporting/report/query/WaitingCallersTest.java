package calltally.reporting.report.query;

import static calltally.reporting.report.query.FridayReports.FRIDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.render.wording.WaitingWords;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.CallbackState;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.DialledLine;
import calltally.reporting.report.MissedCall;
import calltally.reporting.report.MissedCallReport;
import calltally.reporting.report.MissedCallers;
import calltally.reporting.report.ReachedCallers;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportFilter;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.WaitingCaller;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Missed calls in reports, and the callers who wait for a call back. */
final class WaitingCallersTest {

  private final History history = new History(ZoneId.of("Europe/Minsk"));
  private final Reports reports = new Reports(history.pool());
  private final FridayReports friday = new FridayReports(history);

  @AfterEach
  void drop() {
    history.close();
  }

  @Test
  void waiting_callers_are_listed_with_phones_rung_and_tries() {
    history.missed("2026-11-20T09:00", "+375291110001", History.SALES, History.ANNA, History.BORIS);
    history.missed("2026-11-20T15:00", "+375291110001", History.SALES, History.BORIS, History.ANNA);
    history.tried("2026-11-20T15:30", History.ANNA, "+375291110001");
    history.missed("2026-11-20T08:00", "+375291110002", History.SUPPORT);
    history.missed("2026-11-20T13:30", null, History.SALES);
    history.missed("2026-11-18T09:00", "+375291110004", History.SALES, History.BORIS);
    history.refreshed();

    CallbackList list = friday.calls().callbacks();

    assertThat(list.ofPeriod())
        .containsExactly(
            new WaitingCaller(
                "+375291110001",
                new DialledLine(History.SALES, "Sales", null),
                2,
                history.instant("2026-11-20T15:00:36"),
                Duration.ofSeconds(36),
                MissedReason.NO_ANSWER,
                List.of("Boris", "Anna"),
                CallbackState.TRIED,
                1,
                "Anna",
                null),
            new WaitingCaller(
                "+375291110002",
                new DialledLine(History.SUPPORT, "Support", null),
                1,
                history.instant("2026-11-20T08:00:06"),
                Duration.ofSeconds(6),
                MissedReason.NOT_OFFERED,
                List.of(),
                CallbackState.OUTSTANDING,
                0,
                null,
                null));
    assertThat(list.ofOtherDays())
        .extracting(WaitingCaller::customer)
        .containsExactly("+375291110004");
    assertThat(friday.calls().totals().missedCallers())
        .isEqualTo(new MissedCallers(0, 0, 1, 1, 0, 1, ReachedCallers.NONE));
  }

  @Test
  void callers_presumed_missed_or_never_reached_are_listed_but_counted_as_no_missed_caller() {
    history.unended("2026-11-20T09:00", "+375291110001", History.SALES);
    history.missed("2026-11-13T10:00", "+375291110002", History.SALES, History.ANNA);
    history.missed("2026-11-20T08:00", "+375291110003", History.SALES);
    history.answered("2026-11-20T08:30", "+375291110003", History.SUPPORT, History.VERA);
    history.refreshed();

    CallReport report = friday.calls();

    assertThat(report.callbacks().ofPeriod())
        .extracting(WaitingCaller::customer, WaitingCaller::presumed)
        .containsExactly(tuple("+375291110001", true));
    assertThat(report.callbacks().neverReached())
        .extracting(WaitingCaller::customer, WaitingCaller::state)
        .containsExactly(tuple("+375291110002", CallbackState.EXPIRED));
    assertThat(report.totals().missedCallers())
        .isEqualTo(
            new MissedCallers(
                0, 1, 0, 0, 0, 0, new ReachedCallers(0, 1, 1, 1, Duration.ofSeconds(1_804))));
    assertThat(report.waiting()).isOne();
    assertThat(((MissedCallReport) friday.select(ReportKind.MISSED, ReportFilter.NONE)).calls())
        .extracting(MissedCall::cameBackOn, MissedCall::isPresumed)
        .containsExactly(
            tuple(new DialledLine(History.SUPPORT, "Support", null), false), tuple(null, true));
  }

  /** A missed caller who calls again, of whom no end is received, is no presumed missed one. */
  @Test
  void a_missed_caller_with_a_later_call_without_an_end_counts_as_missed_alone() {
    history.missed("2026-11-20T09:00", "+375291110001", History.SALES, History.ANNA);
    history.unended("2026-11-20T09:30", "+375291110001", History.SALES);
    history.unended("2026-11-20T10:00", "+375291110002", History.SALES);
    history.refreshed();

    CallReport report = friday.calls();

    assertThat(report.callbacks().ofPeriod())
        .extracting(WaitingCaller::customer, WaitingCaller::reason, WaitingCaller::presumed)
        .containsExactly(tuple("+375291110001", null, false), tuple("+375291110002", null, true));
    assertThat(report.waiting() - report.totals().missedCallers().waiting()).isOne();
  }

  @Test
  void callers_whose_time_ran_out_between_period_and_report_are_listed() {
    history.missed("2026-11-20T09:00", "+375291110001", History.SALES, History.ANNA);
    history.missed("2026-11-20T10:00", "+375291110002", History.SALES, History.ANNA);
    history.missed("2026-11-21T09:00", "+375291110002", History.SALES, History.ANNA);
    history.unended("2026-11-20T11:00", "+375291110003", History.SALES);
    history.missed("2026-11-19T11:00", "+375291110004", History.SALES, History.ANNA);
    history.refreshed();

    CallReport report =
        (CallReport)
            reports.select(
                ReportRequest.of(
                    ReportKind.DAILY, "main", FRIDAY, history.instant("2026-11-27T20:00")));

    assertThat(report.callbacks().expiredLater())
        .extracting(WaitingCaller::customer, WaitingCaller::presumed)
        .containsExactly(tuple("+375291110001", false), tuple("+375291110003", true));
    assertThat(report.callbacks().ofOtherDays())
        .extracting(WaitingCaller::customer)
        .containsExactly("+375291110002");
    assertThat(WaitingWords.of(report).neverReached()).isEqualTo(2);
    assertThat(report.totals().missedCallers().expired()).isEqualTo(2);
    assertThat(report.missedAgain()).isOne();
  }

  @Test
  void each_date_of_several_counts_presumed_callers_as_all_of_them_do() {
    history.missed("2026-11-20T09:00", "+375291110001", History.SALES, History.ANNA);
    history.unended("2026-11-20T10:00", "+375291110002", History.SALES);
    history.unended("2026-11-21T10:00", "+375291110003", History.SALES);
    history.refreshed();

    CallReport several =
        (CallReport)
            reports.select(
                new ReportRequest(
                    ReportKind.DAILY,
                    "main",
                    new DateRange(FRIDAY, FRIDAY.plusDays(2)),
                    ReportFilter.NONE,
                    history.instant("2026-11-22T08:00")));

    assertThat(several.waiting()).isEqualTo(3);
    assertThat(several.dates()).extracting(CallReport::waiting).containsExactly(2, 1);
  }

  @Test
  void as_many_callers_wait_by_the_report_of_missed_calls_as_by_the_daily_report() {
    history.missed("2026-11-20T09:00", "+375291110001", History.SALES, History.ANNA);
    history.unended("2026-11-20T09:30", "+375291110001", History.SALES);
    history.unended("2026-11-20T10:00", "+375291110002", History.SALES);
    history.unended("2026-11-20T10:30", null, History.SALES);
    history.missed("2026-11-20T11:00", "+375291110003", History.SALES, History.ANNA);
    history.refreshed();

    MissedCallReport missed =
        (MissedCallReport) friday.select(ReportKind.MISSED, ReportFilter.NONE);

    assertThat(WaitingWords.of(missed).waiting()).isEqualTo(3).isEqualTo(friday.calls().waiting());
    assertThat(WaitingWords.of(missed).withheldCalls()).isZero();
    assertThat(missed.calls())
        .filteredOn(MissedCall::isPresumed)
        .extracting(MissedCall::customer, MissedCall::waited)
        .containsExactly(tuple("+375291110001", null), tuple("+375291110002", null));
  }

  @Test
  void events_after_the_moment_of_the_report_are_ignored() {
    history.missed("2026-11-20T09:00", "+375291110001", History.SALES);
    history.tried("2026-11-20T12:00", History.ANNA, "+375291110001");
    history.reached("2026-11-20T13:00", History.ANNA, "+375291110001");
    history.refreshed();

    assertThat(waitingAt("2026-11-20T11:59:59"))
        .extracting(WaitingCaller::tries)
        .containsExactly(0);
    assertThat(waitingAt("2026-11-20T12:00"))
        .extracting(WaitingCaller::state)
        .containsExactly(CallbackState.TRIED);
    assertThat(waitingAt("2026-11-20T13:00:09"))
        .extracting(WaitingCaller::tries)
        .containsExactly(2);
    assertThat(waitingAt("2026-11-20T13:00:10")).isEmpty();
  }

  private List<WaitingCaller> waitingAt(String localTime) {
    Report report =
        reports.select(
            ReportRequest.of(ReportKind.DAILY, "main", FRIDAY, history.instant(localTime)));
    return ((CallReport) report).callbacks().ofPeriod();
  }

  @Test
  void every_missed_call_is_listed_with_its_call_back_state() {
    history.missed("2026-11-20T09:00", "+375291110001", History.SALES, History.ANNA);
    history.reached("2026-11-20T09:10", History.BORIS, "+375291110001");
    history.missed("2026-11-20T10:00", null, History.SALES, History.BORIS);
    history.refreshed();

    MissedCallReport report =
        (MissedCallReport) friday.select(ReportKind.MISSED, ReportFilter.NONE);

    assertThat(report.calls())
        .extracting(
            MissedCall::state,
            MissedCall::rung,
            MissedCall::calledBackBy,
            MissedCall::toCallback,
            MissedCall::toContact)
        .containsExactly(
            tuple(
                CallbackState.RETURNED,
                List.of("Anna"),
                "Boris",
                Duration.ofSeconds(579),
                Duration.ofSeconds(584)),
            tuple(CallbackState.WITHHELD, List.of("Boris"), null, null, null));
    MissedCallReport annas =
        (MissedCallReport) friday.select(ReportKind.MISSED, ReportFilter.NONE.ofManager("Anna"));
    assertThat(annas.calls()).hasSize(1);
  }
}
