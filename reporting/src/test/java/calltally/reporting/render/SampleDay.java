package calltally.reporting.render;

import static calltally.reporting.render.SampleRows.direct;
import static calltally.reporting.render.SampleRows.hours;
import static calltally.reporting.render.SampleRows.line;
import static calltally.reporting.render.SampleRows.manager;
import static calltally.reporting.render.SampleRows.neverReached;
import static calltally.reporting.render.SampleRows.other;
import static calltally.reporting.render.SampleRows.span;
import static calltally.reporting.render.SampleRows.tried;
import static calltally.reporting.render.SampleRows.waiting;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.CallCounts;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.CallTrend;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.Comparison;
import calltally.reporting.report.Comparison.Basis;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.DataQuality;
import calltally.reporting.report.DayCalls;
import calltally.reporting.report.DepartmentCalls;
import calltally.reporting.report.Finding;
import calltally.reporting.report.Finding.Evidence;
import calltally.reporting.report.Finding.Rule;
import calltally.reporting.report.HourCalls;
import calltally.reporting.report.LineCalls;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.Managers;
import calltally.reporting.report.MissedCallers;
import calltally.reporting.report.MissedReasons;
import calltally.reporting.report.Period;
import calltally.reporting.report.Rate;
import calltally.reporting.report.ReachedCallers;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportedFigures;
import calltally.reporting.report.RestatedFigure;
import calltally.reporting.report.Scope;
import calltally.reporting.report.Totals;
import calltally.reporting.report.WaitingCaller;
import calltally.reporting.report.WeekdayHourCalls;
import calltally.reporting.report.WorkingTime;
import calltally.sql.settings.Shift;
import calltally.sql.settings.Targets;
import calltally.sql.settings.Thresholds;
import calltally.sql.settings.WorkingHours;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An invented Friday of an invented company, and variants of it. */
public final class SampleDay {

  public static final Period FRIDAY =
      Period.of(LocalDate.parse("2026-11-20"), ZoneId.of("Europe/Minsk"));
  static final Instant NEXT_MORNING = Instant.parse("2026-11-21T05:00:00Z");

  private static final int[][] HOURS = {
    {7, 2, 1},
    {8, 9, 2},
    {9, 31, 4},
    {10, 44, 6},
    {11, 52, 9},
    {12, 41, 10},
    {13, 28, 8},
    {14, 37, 5},
    {15, 44, 4},
    {16, 38, 5},
    {17, 22, 3},
    {18, 5, 1},
    {19, 1, 0},
  };

  public Scope scope = Scope.of("main");
  public DataQuality quality = quality(2214, 425, 421);
  public Totals totals =
      new Totals(
          new CallCounts(414, 354, 58, 2, 4, 301, 4),
          new MissedReasons(
              Map.of(
                  MissedReason.CALLER_GAVE_UP, 21,
                  MissedReason.NO_ANSWER, 22,
                  MissedReason.BUSY, 9,
                  MissedReason.UNAVAILABLE, 3,
                  MissedReason.NOT_OFFERED, 3)),
          new MissedCallers(
              32, 8, 2, 7, 0, 1, new ReachedCallers(11, 24, 33, 40, Duration.ofSeconds(1_934))),
          123,
          88);
  public @Nullable Comparison usual =
      new Comparison(
          Basis.USUAL_WEEKDAY, 381.25, new Rate(1_333, 1_517), new Rate(1_074, 1_508), 44.5, 9.25);
  public Targets targets = new Targets(new BigDecimal("0.9"), new BigDecimal("0.8"));
  List<HourCalls> hours = hours(HOURS);
  public List<Finding> findings =
      List.of(
          new Finding(
              Rule.HOUR,
              "12",
              new Rate(10, 51),
              0.084,
              List.of(
                  new Evidence(MissedReason.NO_ANSWER, null, 6),
                  new Evidence(MissedReason.BUSY, null, 4))));
  public List<RestatedFigure> restated =
      List.of(
          new RestatedFigure(
              LocalDate.parse("2026-11-19"),
              "missed",
              BigDecimal.valueOf(41),
              BigDecimal.valueOf(43)));
  private static final WorkingHours WORKING_HOURS =
      new WorkingHours(
          Stream.of(DayOfWeek.values())
              .limit(5)
              .map(day -> new Shift(day, LocalTime.of(9, 0), LocalTime.of(18, 0)))
              .collect(Collectors.toSet()),
          Set.of());
  @Nullable WorkingTime workingTime =
      new WorkingTime(List.of(span("09:00", "13:00"), span("14:00", "18:00")));
  List<LineCalls> lines =
      List.of(
          line("+375290000001", "Sales", "Sales", new CallCounts(241, 210, 30, 1, 2, 184, 1)),
          line("+375290000002", "Support", "Support", new CallCounts(118, 98, 19, 1, 1, 78, 2)),
          line("+375290000003", "Service desk", "Service", new CallCounts(52, 44, 8, 0, 1, 38, 1)),
          direct("+375290000016", "Pavel Zhukov", new CallCounts(3, 2, 1, 0, 0, 1, 0)));
  Managers managers =
      Managers.of(
          List.of(
              manager(
                  "Anna Sokolova", new AttemptCounts(96, 71, 9, 6, 4, 1, 6, 3, 0, 0), 6.4, 12345),
              manager(
                  "Dmitry Kuznetsov",
                  new AttemptCounts(91, 62, 14, 5, 3, 0, 7, 3, 0, 0),
                  8.1,
                  9876),
              manager(
                  "Ekaterina Shchyogoleva",
                  new AttemptCounts(81, 60, 8, 4, 3, 2, 4, 3, 0, 0),
                  7,
                  8120),
              manager(
                  "Oleg Tsaryov", new AttemptCounts(74, 58, 5, 3, 2, 0, 5, 3, 0, 0), 5.2, 10400),
              manager(
                  "Maria Yudina", new AttemptCounts(63, 43, 12, 2, 1, 1, 3, 2, 0, 0), 9.4, 7444),
              manager("Pavel Zhukov", new AttemptCounts(58, 39, 9, 4, 3, 0, 4, 2, 0, 0), 8.8, 5310),
              manager(
                  "Irina Eichmann", new AttemptCounts(19, 12, 2, 1, 0, 0, 3, 1, 0, 0), 7.7, 1840),
              manager("+375290000017", new AttemptCounts(4, 0, 0, 0, 0, 4, 0, 0, 0, 0), null, 0),
              manager("Vera Lis", new AttemptCounts(26, 11, 0, 2, 1, 0, 1, 0, 12, 9), 6, 1460)),
          Duration.ofMillis(7200));
  public CallbackList callbacks =
      new CallbackList(
          List.of(
              waiting("+375291112233", "Sales", 4, "16:41", 62, MissedReason.NO_ANSWER),
              tried(
                  "+375296540018",
                  "Support",
                  3,
                  "12:44",
                  48,
                  MissedReason.BUSY,
                  2,
                  "Anna Sokolova"),
              waiting("+79161234567", "Sales", 2, "11:07", 35, MissedReason.CALLER_GAVE_UP),
              waiting("+375447771122", "Service desk", 2, "17:20", 20, MissedReason.NOT_OFFERED),
              waiting("+375173334455", "Support", 1, "09:12", 31, MissedReason.NO_ANSWER),
              tried(
                  "+375259998877",
                  "Sales",
                  1,
                  "12:02",
                  74,
                  MissedReason.NO_ANSWER,
                  1,
                  "Pavel Zhukov"),
              waiting("+375336660099", "Support", 1, "12:51", 4, MissedReason.CALLER_GAVE_UP),
              direct("+375295550011", "Ekaterina Shchyogoleva", "13:15"),
              waiting("+375298887766", "Sales", 1, "18:22", 0, MissedReason.NOT_OFFERED)),
          List.of(
              other("+375291010101", "Sales", "2026-11-18T11:05:00", MissedReason.NO_ANSWER),
              other("+375291020202", "Support", "2026-11-17T15:40:00", null)),
          List.of(
              neverReached("+375291030303", "Sales", "2026-11-13T16:58:00", "Oleg Tsaryov"),
              neverReached("+375291040404", "Support", "2026-11-13T17:21:00", null)));

  /** A day on which nothing was received. */
  public static SampleDay withoutData() {
    SampleDay day = new SampleDay();
    day.findings = List.of();
    day.restated = List.of();
    day.quality = quality(0, 0, 0);
    day.totals = Totals.NONE;
    day.usual = null;
    day.hours = hours(new int[0][]);
    day.lines = List.of();
    day.managers = Managers.of(List.of(), null);
    day.callbacks = CallbackList.NONE;
    return day;
  }

  /** A source that has just started: one call, answered, nothing configured. */
  public static SampleDay withOneCall() {
    SampleDay day = withoutData();
    day.quality = quality(5, 1, 1);
    CallCounts one = new CallCounts(1, 1, 0, 0, 0, 1, 0);
    day.totals = new Totals(one, MissedReasons.NONE, MissedCallers.NONE, 0, 0);
    day.targets = Targets.NONE;
    day.workingTime = null;
    day.hours = hours(new int[][] {{10, 1, 0}});
    day.lines = List.of(line("+375290000001", null, null, one));
    AttemptCounts ring = new AttemptCounts(1, 1, 0, 0, 0, 0, 0, 0, 0, 0);
    day.managers =
        Managers.of(List.of(manager("+375290000011", ring, 4.0, 61)), Duration.ofSeconds(4));
    return day;
  }

  /** A day whose data is poor and whose names are longer than their columns. */
  public static SampleDay withLongNames() {
    SampleDay day = new SampleDay();
    day.quality = quality(1100, 425, 390);
    List<ManagerActivity> managers = new ArrayList<>(day.managers.managers());
    managers.add(
        2,
        manager(
            "Константин Константинович Константинопольский-Воскресенский",
            new AttemptCounts(83, 60, 8, 4, 3, 2, 4, 3, 2, 0),
            7,
            360_000));
    managers.add(
        3, manager("W".repeat(50), new AttemptCounts(2, 1, 1, 0, 0, 0, 0, 0, 0, 0), 7, 60));
    day.managers = Managers.of(managers, Duration.ofMillis(7200));
    day.lines =
        List.of(
            line(
                "+375290000001",
                "Горячая линия для постоянных клиентов и партнёров",
                "Отдел по работе с постоянными клиентами",
                new CallCounts(12_221, 12_195, 25, 1, 2, 170, 1)));
    return day;
  }

  /** A day with more managers and waiting callers than fit on one page. */
  public static SampleDay withCrowd() {
    SampleDay day = new SampleDay();
    List<ManagerActivity> managers = new ArrayList<>(day.managers.managers());
    List<WaitingCaller> callers = new ArrayList<>(day.callbacks.ofPeriod());
    for (int i = 0; i < 60; i++) {
      managers.add(
          manager(
              "Константин Константинопольский-Воскресенский, No. " + i,
              new AttemptCounts(3, 2, 1, 0, 0, 0, 0, 0, 0, 0),
              5.0,
              90));
    }
    for (int i = 0; i < 500; i++) {
      callers.add(
          waiting("+3752911%05d".formatted(i), "Sales", 1, "15:00", 9, MissedReason.NO_ANSWER));
    }
    day.managers = Managers.of(managers, Duration.ofMillis(7200));
    day.callbacks = new CallbackList(callers, day.callbacks.ofOtherDays(), List.of());
    return day;
  }

  static Wording english() {
    return Wording.of(Locale.ENGLISH, CustomerNumbers.SHOWN);
  }

  public CallReport report() {
    return new CallReport(
        head(),
        totals,
        usual,
        findings,
        course(),
        lines,
        departments(),
        managers,
        callbacks,
        List.of());
  }

  private ReportHead head() {
    return new ReportHead(
        ReportKind.DAILY,
        scope,
        FRIDAY,
        NEXT_MORNING,
        targets,
        Thresholds.DEFAULT,
        quality,
        new ReportedFigures(List.of(), restated),
        17L);
  }

  private CallTrend course() {
    return new CallTrend(
        hours,
        List.of(new DayCalls(FRIDAY.from(), totals.calls(), quality.hasData())),
        List.of(),
        workingTime,
        WORKING_HOURS,
        weekdayHours());
  }

  /** Four weeks like this day, with slightly fewer calls on each following weekday. */
  private List<WeekdayHourCalls> weekdayHours() {
    List<WeekdayHourCalls> cells = new ArrayList<>();
    for (HourCalls hour : hours) {
      for (int weekday = 1; weekday <= 5; weekday++) {
        CallCounts calls = hour.calls();
        int answered = calls.answered() * (9 - weekday) / 2;
        int missed = calls.missed() * weekday;
        cells.add(
            new WeekdayHourCalls(
                DayOfWeek.of(weekday),
                hour.time().getHour(),
                new CallCounts(answered + missed, answered, missed, 0, 0, 0, 0)));
      }
    }
    return cells;
  }

  private List<DepartmentCalls> departments() {
    return lines.stream()
        .filter(line -> line.department() != null)
        .map(line -> new DepartmentCalls(line.department(), line.calls()))
        .toList();
  }

  public static DataQuality quality(int notifications, int calls, int complete) {
    Rate coverage = new Rate(complete, calls);
    return new DataQuality(
        notifications,
        12,
        0,
        3,
        calls,
        complete,
        11,
        DataQuality.Untold.NOTHING,
        coverage.share().orElse(1) < 0.95
            ? List.of(new DataQuality.LowCoverage(FRIDAY.from(), coverage))
            : List.of(),
        List.of(),
        1,
        List.of(),
        Instant.parse("2026-11-19T17:44:00Z"));
  }
}
