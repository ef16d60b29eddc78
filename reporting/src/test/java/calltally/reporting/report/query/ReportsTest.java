package calltally.reporting.report.query;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.render.wording.WaitingWords;
import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.CallCounts;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.CallbackState;
import calltally.reporting.report.ComparedRate.TeamComparison;
import calltally.reporting.report.DataQuality;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.DepartmentCalls;
import calltally.reporting.report.DialledLine;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.Managers;
import calltally.reporting.report.MissedCall;
import calltally.reporting.report.MissedCallReport;
import calltally.reporting.report.MissedCallers;
import calltally.reporting.report.Rate;
import calltally.reporting.report.ReachedCallers;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportFilter;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.RingTimeBin;
import calltally.reporting.report.TimeSpan;
import calltally.reporting.report.WaitingCaller;
import calltally.reporting.report.WeekdayHourCalls;
import calltally.reporting.report.WorkingTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ReportsTest {

  private static final LocalDate FRIDAY = LocalDate.parse("2026-11-20");

  private final History history = new History(ZoneId.of("Europe/Minsk"));
  private final Reports reports = new Reports(history.pool());

  @AfterEach
  void drop() {
    history.close();
  }

  @Test
  void calls_are_counted_by_line_department_and_hour() {
    history.answered("2026-11-20T09:10", "+375291110001", History.SALES, History.ANNA);
    history.answered("2026-11-20T09:20", "+375291110002", History.SALES, History.BORIS);
    history.missed("2026-11-20T10:00", "+375291110003", History.SALES, History.ANNA);
    history.missed("2026-11-20T10:30", "+375291110004", History.SUPPORT);
    history.answered("2026-11-19T09:10", "+375291110005", History.SALES, History.ANNA);
    history.refreshed();

    CallReport report = friday();

    assertThat(report.totals().calls()).isEqualTo(new CallCounts(4, 2, 2, 0, 0, 2, 0));
    assertThat(report.totals().reasons().of(MissedReason.NO_ANSWER)).isOne();
    assertThat(report.totals().reasons().of(MissedReason.NOT_OFFERED)).isOne();
    assertThat(report.lines())
        .extracting(line -> line.line().name(), line -> line.calls().incoming())
        .containsExactly(tuple("Sales", 3), tuple("Support", 1));
    assertThat(report.departments())
        .extracting(DepartmentCalls::department, row -> row.calls().missed())
        .containsExactly(tuple("Sales", 1), tuple("Support", 1));
    assertThat(report.trend().hours()).hasSize(24);
    assertThat(report.trend().hours().get(9).calls().answered()).isEqualTo(2);
    assertThat(report.trend().weekdayHours())
        .extracting(
            WeekdayHourCalls::weekday, WeekdayHourCalls::hour, cell -> cell.calls().incoming())
        .containsExactly(
            tuple(DayOfWeek.THURSDAY, 9, 1),
            tuple(DayOfWeek.FRIDAY, 9, 2),
            tuple(DayOfWeek.FRIDAY, 10, 2));
  }

  @Test
  void a_report_of_a_line_or_a_department_covers_only_its_calls() {
    history.answered("2026-11-20T09:10", "+375291110001", History.SALES, History.ANNA);
    history.missed("2026-11-20T10:00", "+375291110003", History.SUPPORT, History.VERA);
    history.refreshed();

    CallReport line = friday(new ReportFilter("Support", null, null));
    assertThat(line.totals().calls().incoming()).isOne();
    assertThat(line.trend().hours().get(9).calls().incoming()).isZero();
    assertThat(line.callbacks().ofPeriod()).hasSize(1);
    assertThat(line.managers().managers()).isEmpty();

    CallReport department = friday(new ReportFilter(null, "Sales", null));
    assertThat(department.totals().calls().answered()).isOne();
    assertThat(department.callbacks().ofPeriod()).isEmpty();
    assertThat(department.managers().managers())
        .extracting(ManagerActivity::manager)
        .containsExactly("Anna");
  }

  @Test
  void a_subject_not_in_the_directory_and_without_calls_is_refused() {
    assertThatThrownBy(() -> friday(new ReportFilter("Shop", null, null)))
        .isInstanceOf(UnknownSubjectException.class)
        .hasMessageContaining("line must be in the directory or have calls (was Shop");
    assertThatThrownBy(() -> friday(new ReportFilter(null, "Shop", null)))
        .isInstanceOf(UnknownSubjectException.class);
    assertThatThrownBy(() -> friday(new ReportFilter(null, null, "Anna")))
        .isInstanceOf(RefusedReport.class)
        .hasMessageContaining("ask for the manager report");
    assertThatThrownBy(() -> select(ReportKind.MANAGER, ReportFilter.NONE))
        .isInstanceOf(RefusedReport.class);
    assertThatThrownBy(
            () ->
                reports.select(ReportRequest.of(ReportKind.DAILY, "other", FRIDAY, Instant.EPOCH)))
        .isInstanceOf(UnknownSourceException.class)
        .hasMessageContaining("was other");
  }

  @Test
  void a_rate_trend_has_points_where_at_least_five_calls_could_be_answered() {
    for (int minute = 0; minute < 5; minute++) {
      history.missed("2026-11-18T09:0" + minute, null, History.SALES, History.ANNA);
    }
    for (int minute = 0; minute < 4; minute++) {
      history.missed("2026-11-20T09:0" + minute, null, History.SALES, History.ANNA);
    }
    history.refreshed();

    CallReport week = (CallReport) select(ReportKind.WEEKLY, ReportFilter.NONE);

    assertThat(week.managers().managers().get(0).trend())
        .containsExactly(null, null, 0.0, null, null, null, null);
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

    CallbackList list = friday().callbacks();

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
    assertThat(friday().totals().missedCallers())
        .isEqualTo(new MissedCallers(0, 0, 1, 1, 0, 1, ReachedCallers.NONE));
  }

  @Test
  void callers_presumed_missed_or_never_reached_are_listed_but_counted_as_no_missed_caller() {
    history.unended("2026-11-20T09:00", "+375291110001", History.SALES);
    history.missed("2026-11-13T10:00", "+375291110002", History.SALES, History.ANNA);
    history.missed("2026-11-20T08:00", "+375291110003", History.SALES);
    history.answered("2026-11-20T08:30", "+375291110003", History.SUPPORT, History.VERA);
    history.refreshed();

    CallReport report = friday();

    assertThat(report.callbacks().ofPeriod())
        .extracting(WaitingCaller::customer, WaitingCaller::isPresumed)
        .containsExactly(tuple("+375291110001", true));
    assertThat(report.callbacks().neverReached())
        .extracting(WaitingCaller::customer, WaitingCaller::state)
        .containsExactly(tuple("+375291110002", CallbackState.EXPIRED));
    assertThat(report.totals().missedCallers())
        .isEqualTo(
            new MissedCallers(
                0, 1, 0, 0, 0, 0, new ReachedCallers(0, 1, 1, 1, Duration.ofSeconds(1_804))));
    assertThat(report.waiting()).isOne();
    assertThat(((MissedCallReport) select(ReportKind.MISSED, ReportFilter.NONE)).calls())
        .extracting(MissedCall::cameBackOn, MissedCall::isPresumed)
        .containsExactly(
            tuple(new DialledLine(History.SUPPORT, "Support", null), false), tuple(null, true));
  }

  @Test
  void as_many_callers_wait_by_the_report_of_missed_calls_as_by_the_daily_report() {
    history.missed("2026-11-20T09:00", "+375291110001", History.SALES, History.ANNA);
    history.unended("2026-11-20T09:30", "+375291110001", History.SALES);
    history.unended("2026-11-20T10:00", "+375291110002", History.SALES);
    history.unended("2026-11-20T10:30", null, History.SALES);
    history.missed("2026-11-20T11:00", "+375291110003", History.SALES, History.ANNA);
    history.refreshed();

    MissedCallReport missed = (MissedCallReport) select(ReportKind.MISSED, ReportFilter.NONE);

    assertThat(WaitingWords.of(missed).waiting()).isEqualTo(3).isEqualTo(friday().waiting());
    assertThat(WaitingWords.of(missed).withheldCalls()).isZero();
    assertThat(missed.calls())
        .filteredOn(MissedCall::isPresumed)
        .extracting(MissedCall::customer, MissedCall::waited)
        .containsExactly(tuple("+375291110001", null), tuple("+375291110002", null));
  }

  @Test
  void a_manager_whose_ends_of_rings_are_not_reported_has_no_rate_and_is_in_no_total() {
    for (int minute = 10; minute < 13; minute++) {
      history.untold("2026-11-20T09:" + minute, "+375291110001", History.SALES, History.ANNA);
    }
    history.answered("2026-11-20T11:00", "+375291110002", History.SALES, History.ANNA);
    history.answered("2026-11-20T12:00", "+375291110003", History.SALES, History.BORIS);
    history.refreshed();

    Managers managers = friday().managers();

    assertThat(managers.managers())
        .extracting(ManagerActivity::manager, manager -> manager.answerRate().ifKnown())
        .containsExactly(tuple("Anna", null), tuple("Boris", new Rate(1, 1)));
    assertThat(managers.managers().get(0).answerRate().againstTeam())
        .isEqualTo(TeamComparison.UNTOLD);
    assertThat(managers.total().answerRate().rate()).isEqualTo(new Rate(1, 1));
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

    MissedCallReport report = (MissedCallReport) select(ReportKind.MISSED, ReportFilter.NONE);

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
        (MissedCallReport) select(ReportKind.MISSED, ReportFilter.NONE.ofManager("Anna"));
    assertThat(annas.calls()).hasSize(1);
  }

  @Test
  void a_review_compares_a_managers_figures_with_the_teams_medians() {
    for (int minute = 10; minute < 34; minute++) {
      history.answered("2026-11-20T09:" + minute, "+375291110001", History.SALES, History.ANNA);
    }
    history.missed("2026-11-20T10:00", "+375291110001", History.SALES, History.BORIS, History.ANNA);
    history.answered("2026-11-20T11:00", "+375291110002", History.SALES, History.BORIS);
    history.answered("2026-10-01T11:00", "+375291110002", History.SALES, History.BORIS);
    history.answered("2026-10-20T11:00", "+375291110002", History.SALES, History.ANNA);
    history.refreshed();

    ManagerReview review = annas("2026-12-01T00:00");

    assertThat(review.own().attempts())
        .isEqualTo(new AttemptCounts(25, 24, 1, 0, 0, 0, 0, 0, 0, 0));
    assertThat(review.own().answerRate().againstTeam()).isEqualTo(TeamComparison.WITHIN);
    assertThat(review.own().answerRate().from()).isBetween(0.7, 0.9);
    assertThat(requireNonNull(review.before()).attempts().answered()).isOne();
    assertThat(review.team().managers()).isEqualTo(2);
    assertThat(review.team().attempts()).isEqualTo(13.5);
    assertThat(review.team().answerRate()).isCloseTo((0.96 + 0.5) / 2, within(1e-9));
    assertThat(review.weeks()).hasSize(6);
    assertThat(review.weeks().get(3).attempts().attempts()).isEqualTo(25);
    assertThat(review.ringTimes())
        .filteredOn(time -> time.rings() > 0)
        .containsExactly(new RingTimeBin(Duration.ofSeconds(9), Duration.ofSeconds(12), 24));
    assertThat(review.hours().get(10).attempts().noAnswer()).isOne();
    assertThat(review.missedCalls()).hasSize(1);
    assertThat(annas("2026-11-30T23:59:59").before()).isNull();
  }

  private ManagerReview annas(String generatedAt) {
    return (ManagerReview)
        reports.select(
            ReportRequest.of(ReportKind.MANAGER, "main", FRIDAY, history.instant(generatedAt))
                .with(ReportFilter.NONE.ofManager("Anna")));
  }

  @Test
  void managers_to_review_are_those_with_activity() {
    history.answered("2026-11-20T11:00", "+375291110002", History.SALES, History.BORIS);
    history.reached("2026-11-21T11:00", History.VERA, "+375291110002");
    history.refreshed();

    assertThat(
            reports.managers(
                ReportRequest.of(
                    ReportKind.MANAGER, "main", FRIDAY, history.instant("2026-12-01T08:00"))))
        .containsExactly("Boris", "Vera");
  }

  @Test
  void a_day_without_data_differs_from_a_day_without_calls() {
    history.shift(DayOfWeek.THURSDAY, "09:00", "18:00");
    history.shift(DayOfWeek.FRIDAY, "09:00", "18:00");
    history.answered("2026-11-19T11:00", "+375291110002", History.SALES, History.BORIS);
    history.refreshed();

    DataQuality quality = friday().head().quality();

    assertThat(quality.hasData()).isFalse();
    assertThat(quality.daysWithoutData()).containsExactly(FRIDAY);
    DataQuality ofMonth =
        reports
            .select(
                ReportRequest.of(
                    ReportKind.MONTHLY, "main", FRIDAY, history.instant("2026-12-01T08:00")))
            .head()
            .quality();
    assertThat(ofMonth.workingDays()).isEqualTo(8);
    assertThat(ofMonth.fewDaysReceived()).hasValue(1);
    assertThat(quality.lastCallAt()).isEqualTo(history.instant("2026-11-19T11:00"));
  }

  @Test
  void a_figure_that_changed_since_it_was_reported_is_restated() {
    history.missed("2026-11-20T09:00", "+375291110001", History.SALES, History.ANNA);
    history.refreshed();
    Report first = reports.recorded(friday(), history.instant("2026-11-21T08:00"));
    history.missed("2026-11-20T09:30", "+375291110002", History.SALES, History.ANNA);
    history.refreshed();

    CallReport second = friday();

    assertThat(first.head().run()).isEqualTo(1);
    assertThat(first.head().restated()).isEmpty();
    assertThat(second.head().restated())
        .filteredOn(figure -> figure.name().equals("missed"))
        .extracting(figure -> figure.printed().intValue(), figure -> figure.value().intValue())
        .containsExactly(tuple(1, 2));
  }

  @Test
  void working_time_is_that_of_the_weekday_and_none_on_a_holiday() {
    assertThat(friday().trend().workingTime()).isNull();

    history.shift(DayOfWeek.FRIDAY, "09:00", "13:00");
    history.shift(DayOfWeek.THURSDAY, "22:00", "06:00");

    assertThat(friday().trend().workingTime())
        .isEqualTo(
            new WorkingTime(
                List.of(
                    span("2026-11-20T00:00", "2026-11-20T06:00"),
                    span("2026-11-20T09:00", "2026-11-20T13:00"))));

    history.holiday(FRIDAY);

    assertThat(friday().trend().workingTime())
        .isEqualTo(new WorkingTime(List.of(span("2026-11-20T00:00", "2026-11-20T06:00"))));
  }

  private TimeSpan span(String from, String until) {
    return new TimeSpan(history.instant(from), history.instant(until));
  }

  @Test
  void targets_and_threshold_are_those_of_the_source() {
    history.targets("0.9", "0.8");

    assertThat(friday().head().targets().answerRate()).isEqualByComparingTo("0.9");
    assertThat(friday().head().thresholds().serviceLevel()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void the_latest_complete_period_is_over_and_has_notifications() {
    history.missed("2026-11-18T09:00", "+375291110001", History.SALES);
    history.missed("2026-11-20T09:00", "+375291110001", History.SALES);
    history.refreshed();

    assertThat(latest(ReportKind.DAILY, "2026-11-20T23:59"))
        .isEqualTo(DateRange.of(LocalDate.parse("2026-11-18")));
    assertThat(latest(ReportKind.DAILY, "2026-11-21T00:00")).isEqualTo(DateRange.of(FRIDAY));
    assertThat(latest(ReportKind.WEEKLY, "2026-11-23T00:00"))
        .isEqualTo(new DateRange(LocalDate.parse("2026-11-16"), LocalDate.parse("2026-11-23")));
    assertThat(
            reports.latestComplete(ReportKind.MONTHLY, "main", history.instant("2026-11-30T23:59")))
        .isEmpty();
  }

  private DateRange latest(ReportKind kind, String localTime) {
    return reports.latestComplete(kind, "main", history.instant(localTime)).orElseThrow();
  }

  @Test
  void an_hour_repeated_by_a_clock_change_is_reported_twice() {
    try (History berlin = new History(ZoneId.of("Europe/Berlin"))) {
      LocalDate date = LocalDate.parse("2026-10-25");
      Report report =
          new Reports(berlin.pool())
              .select(
                  ReportRequest.of(
                      ReportKind.DAILY, "main", date, berlin.instant(date + "T23:00")));

      assertThat(((CallReport) report).trend().hours())
          .hasSize(25)
          .filteredOn(hour -> hour.time().getHour() == 2)
          .hasSize(2);
    }
  }

  private CallReport friday() {
    return friday(ReportFilter.NONE);
  }

  private CallReport friday(ReportFilter filter) {
    return (CallReport) select(ReportKind.DAILY, filter);
  }

  private Report select(ReportKind kind, ReportFilter filter) {
    return reports.select(
        ReportRequest.of(kind, "main", FRIDAY, history.instant("2026-11-21T08:00")).with(filter));
  }
}
