package calltally.reporting.render;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.CallCounts;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.CallTrend;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.CallbackState;
import calltally.reporting.report.ComparedRate;
import calltally.reporting.report.ComparedRate.TeamComparison;
import calltally.reporting.report.Comparison;
import calltally.reporting.report.Comparison.Basis;
import calltally.reporting.report.DataQuality;
import calltally.reporting.report.DayCalls;
import calltally.reporting.report.DialledLine;
import calltally.reporting.report.HourAttempts;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.ManagerWeek;
import calltally.reporting.report.Managers;
import calltally.reporting.report.MissedCall;
import calltally.reporting.report.MissedCallReport;
import calltally.reporting.report.Period;
import calltally.reporting.report.Rate;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportedFigures;
import calltally.reporting.report.RingTimeBin;
import calltally.reporting.report.Scope;
import calltally.reporting.report.TeamMedians;
import calltally.sql.settings.Targets;
import calltally.sql.settings.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reports of longer periods, of a manager and of missed calls, based on the {@link SampleDay}. */
public final class SampleReports {

  private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
  private static final Instant GENERATED = Instant.parse("2026-11-23T05:00:00Z");

  private static final List<CallbackState> STATES = List.of(CallbackState.values());
  private static final List<MissedReason> REASONS = List.of(MissedReason.values());

  private SampleReports() {}

  public static CallReport week() {
    return calls(
        ReportKind.WEEKLY,
        new Period(LocalDate.parse("2026-11-16"), LocalDate.parse("2026-11-23"), MINSK),
        Basis.PREVIOUS_WEEK);
  }

  /** A month of 31 days. */
  public static CallReport month() {
    return calls(
        ReportKind.MONTHLY,
        new Period(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-11-01"), MINSK),
        Basis.PREVIOUS_MONTH);
  }

  private static CallReport calls(ReportKind kind, Period period, Basis basis) {
    CallReport day = new SampleDay().report();
    List<DayCalls> days = days(period.from(), period.days(), 20);
    List<ManagerActivity> managers =
        day.managers().managers().stream().map(SampleReports::withTrend).toList();
    return new CallReport(
        head(kind, period, null),
        day.totals(),
        new Comparison(basis, 381.25, new Rate(335, 381), new Rate(279, 378), 49, 9.25),
        day.findings(),
        new CallTrend(
            List.of(),
            days,
            days(period.dates().onSameWeekdaysBefore().from(), period.days(), 26),
            null,
            day.trend().workingHours(),
            day.trend().weekdayHours()),
        day.lines(),
        day.departments(),
        Managers.of(managers, day.managers().total().medianRing()),
        day.callbacks(),
        List.of());
  }

  /** Friday to Sunday in one report: a normal day, one without calls, one without data. */
  public static CallReport weekend() {
    Period period = new Period(LocalDate.parse("2026-11-20"), LocalDate.parse("2026-11-23"), MINSK);
    CallReport day = new SampleDay().report();
    return new CallReport(
        head(ReportKind.DAILY, period, null),
        day.totals(),
        new Comparison(
            Basis.USUAL_WEEKDAY, 402.5, new Rate(707, 805), new Rate(590, 800), 49, 9.25),
        day.findings(),
        new CallTrend(
            List.of(),
            days(period.from(), 3, 20),
            days(period.from().minusWeeks(1), 3, 26),
            null,
            day.trend().workingHours(),
            day.trend().weekdayHours()),
        day.lines(),
        day.departments(),
        day.managers(),
        day.callbacks(),
        List.of(
            of(LocalDate.parse("2026-11-20"), new SampleDay()),
            of(LocalDate.parse("2026-11-21"), SampleDay.withOneCall()),
            of(LocalDate.parse("2026-11-22"), SampleDay.withoutData())));
  }

  private static CallReport of(LocalDate date, SampleDay day) {
    CallReport report = day.report();
    ReportHead head = report.head();
    return new CallReport(
        new ReportHead(
            head.kind(),
            head.scope(),
            Period.of(date, MINSK),
            GENERATED,
            head.targets(),
            head.thresholds(),
            head.quality(),
            head.reported(),
            null),
        report.totals(),
        report.comparison(),
        report.findings(),
        report.trend(),
        report.lines(),
        report.departments(),
        report.managers(),
        CallbackList.NONE,
        List.of());
  }

  private static List<DayCalls> days(LocalDate from, int count, int most) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              LocalDate date = from.plusDays(i);
              boolean isWeekend = date.getDayOfWeek().getValue() > 5;
              int answered = isWeekend ? 0 : most + i % 7;
              int missed = isWeekend ? 0 : 3 + i % 4;
              return new DayCalls(
                  date, new CallCounts(answered + missed, answered, missed, 0, 0, 0, 0), true);
            })
        .toList();
  }

  private static ManagerActivity withTrend(ManagerActivity of) {
    List<@Nullable Double> trend = new ArrayList<>(List.of(0.7, 0.9, 0.65, 0.8));
    trend.add(null);
    trend.add(0.75);
    return new ManagerActivity(
        of.manager(),
        of.department(),
        of.attempts(),
        of.answerRate(),
        of.medianRing(),
        of.talk(),
        of.transfers(),
        of.callsAnswered(),
        of.outgoing(),
        of.connected(),
        of.callbacks(),
        of.callbackTries(),
        of.missedCalls(),
        trend);
  }

  private static ReportHead head(ReportKind kind, Period period, @Nullable String manager) {
    DataQuality quality = SampleDay.quality(9_214, 1_425, 1_421);
    return new ReportHead(
        kind,
        new Scope("main", null, null, manager),
        period,
        GENERATED,
        Targets.NONE,
        Thresholds.DEFAULT,
        new DataQuality(
            quality.notifications(),
            quality.duplicates(),
            quality.rejected(),
            quality.late(),
            quality.calls(),
            quality.callsComplete(),
            quality.internal(),
            quality.untold(),
            List.of(),
            List.of(),
            period.days(),
            List.of(
                new DataQuality.Silence(
                    period.from(),
                    period.start().plus(Duration.ofHours(11)),
                    period.start().plus(Duration.ofHours(14)),
                    Duration.ofHours(3),
                    Duration.ofHours(2))),
            null),
        new ReportedFigures(List.of(), List.of()),
        null);
  }

  /** A manager with enough rings to be judged. */
  public static ManagerReview review() {
    return review(new AttemptCounts(298, 200, 12, 39, 31, 3, 40, 4, 0, 0), TeamComparison.ABOVE);
  }

  /** A manager with too few rings to be judged. */
  public static ManagerReview smallReview() {
    return review(new AttemptCounts(9, 5, 2, 1, 0, 0, 0, 1, 0, 0), TeamComparison.TOO_FEW);
  }

  private static ManagerReview review(AttemptCounts attempts, TeamComparison judgement) {
    Period period = new Period(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-11-01"), MINSK);
    ManagerActivity of = SampleRows.manager("Anna Sokolova", attempts, 5, 22_176);
    Rate rate = SampleRows.standing(attempts).rate();
    ComparedRate answerRate = new ComparedRate(rate, 0.8868, 0.9462, judgement);
    ManagerActivity own =
        new ManagerActivity(
            of.manager(),
            of.department(),
            attempts,
            answerRate,
            of.medianRing(),
            of.talk(),
            of.transfers(),
            of.callsAnswered(),
            of.outgoing(),
            of.connected(),
            of.callbacks(),
            of.callbackTries(),
            of.missedCalls(),
            List.of());
    return new ManagerReview(
        head(ReportKind.MANAGER, period, "Anna Sokolova"),
        own,
        null,
        new TeamMedians(
            7,
            231.0,
            0.812,
            273.0,
            0.645,
            4.0,
            Duration.ofSeconds(5),
            Duration.ofSeconds(20_016),
            3.0,
            2.5,
            71.0,
            0.67,
            13.0,
            4.5),
        List.of(
            new ManagerWeek(
                LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-05"), attempts, answerRate),
            new ManagerWeek(
                LocalDate.parse("2026-10-05"),
                LocalDate.parse("2026-10-12"),
                AttemptCounts.NONE,
                ComparedRate.NONE),
            new ManagerWeek(
                LocalDate.parse("2026-10-26"),
                LocalDate.parse("2026-11-01"),
                attempts,
                answerRate)),
        List.of(
            new RingTimeBin(Duration.ZERO, Duration.ofSeconds(3), 55),
            new RingTimeBin(Duration.ofSeconds(3), Duration.ofSeconds(6), 69),
            new RingTimeBin(Duration.ofSeconds(6), null, 16)),
        IntStream.range(0, 24)
            .mapToObj(
                hour ->
                    hour == 9 || hour == 10
                        ? new HourAttempts(hour, attempts, answerRate)
                        : new HourAttempts(hour, AttemptCounts.NONE, ComparedRate.NONE))
            .toList(),
        missedCalls(period.from(), 4));
  }

  public static MissedCallReport missed(int calls) {
    CallReport day = new SampleDay().report();
    return new MissedCallReport(
        head(ReportKind.MISSED, SampleDay.FRIDAY, null),
        day.totals(),
        missedCalls(SampleDay.FRIDAY.from(), calls));
  }

  private static List<MissedCall> missedCalls(LocalDate date, int calls) {
    return IntStream.range(0, calls)
        .mapToObj(
            i -> {
              CallbackState state = STATES.get(i % STATES.size());
              boolean isReached = state == CallbackState.RETURNED;
              return new MissedCall(
                  date,
                  date.atTime(9, 0).plusMinutes(i).atZone(MINSK).toInstant(),
                  state == CallbackState.WITHHELD ? null : "+3752911%05d".formatted(i),
                  new DialledLine("+375290000001", "Sales", null),
                  Duration.ofSeconds(20 + i % 40),
                  REASONS.get(i % REASONS.size()),
                  i % 3 == 0 ? List.of() : List.of("Anna Sokolova", "Ekaterina Shchyogoleva"),
                  state,
                  isReached ? Duration.ofMinutes(3) : null,
                  isReached ? Duration.ofMinutes(4) : null,
                  state == CallbackState.CAME_BACK && i % 2 == 1
                      ? new DialledLine("+375290000002", "Support", null)
                      : null,
                  isReached ? "Ekaterina Shchyogoleva" : null,
                  i % 5 == 0 ? "https://pbx.example.com/" + i : null);
            })
        .toList();
  }
}
