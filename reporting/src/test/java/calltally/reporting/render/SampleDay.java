package calltally.reporting.render;

import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.CallCounts;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.CallbackState;
import calltally.reporting.report.DailyReport;
import calltally.reporting.report.DayTotals;
import calltally.reporting.report.Hour;
import calltally.reporting.report.Line;
import calltally.reporting.report.LineDay;
import calltally.reporting.report.ManagerDay;
import calltally.reporting.report.Managers;
import calltally.reporting.report.MissedCallers;
import calltally.reporting.report.MissedReason;
import calltally.reporting.report.MissedReasons;
import calltally.reporting.report.Period;
import calltally.reporting.report.Quality;
import calltally.reporting.report.Span;
import calltally.reporting.report.Usual;
import calltally.reporting.report.WaitingCaller;
import calltally.reporting.report.WorkingTime;
import calltally.sql.source.Targets;
import calltally.sql.source.Thresholds;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An invented Friday of an invented company, and what can be different about it. */
final class SampleDay {

  static final Period FRIDAY = new Period(LocalDate.parse("2026-11-20"), ZoneId.of("Europe/Minsk"));
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

  Quality quality = new Quality(2214, 12, 0, 425, 421, 11);
  DayTotals totals =
      new DayTotals(
          new CallCounts(414, 354, 58, 2, 4, 301, 4),
          new MissedReasons(
              Map.of(
                  MissedReason.CALLER_GAVE_UP, 21,
                  MissedReason.NO_ANSWER, 22,
                  MissedReason.BUSY, 9,
                  MissedReason.UNAVAILABLE, 3,
                  MissedReason.NOT_OFFERED, 3)),
          new MissedCallers(32, 8, 2, 7, 0, 1));
  @Nullable Usual usual = new Usual(381.25, 0.879, 0.712, 44.5, 9.25);
  Targets targets = new Targets(new BigDecimal("0.9"), new BigDecimal("0.8"));
  List<Hour> hours = hours(HOURS);
  @Nullable WorkingTime workingTime =
      new WorkingTime(List.of(span("09:00", "13:00"), span("14:00", "18:00")));
  List<LineDay> lines =
      List.of(
          line("+375290000001", "Sales", "Sales", new CallCounts(241, 210, 30, 1, 2, 184, 1)),
          line("+375290000002", "Support", "Support", new CallCounts(118, 98, 19, 1, 1, 78, 2)),
          line("+375290000003", "Service desk", "Service", new CallCounts(52, 44, 8, 0, 1, 38, 1)),
          direct("+375290000016", "Pavel Zhukov", new CallCounts(3, 2, 1, 0, 0, 1, 0)));
  Managers managers =
      new Managers(
          List.of(
              manager("Anna Sokolova", new AttemptCounts(96, 71, 9, 6, 1, 6, 3, 0), 6.4, 12345),
              manager("Dmitry Kuznetsov", new AttemptCounts(91, 62, 14, 5, 0, 7, 3, 0), 8.1, 9876),
              manager(
                  "Ekaterina Shchyogoleva", new AttemptCounts(81, 60, 8, 4, 2, 4, 3, 0), 7, 8120),
              manager("Oleg Tsaryov", new AttemptCounts(74, 58, 5, 3, 0, 5, 3, 0), 5.2, 10400),
              manager("Maria Yudina", new AttemptCounts(63, 43, 12, 2, 1, 3, 2, 0), 9.4, 7444),
              manager("Pavel Zhukov", new AttemptCounts(58, 39, 9, 4, 0, 4, 2, 0), 8.8, 5310),
              manager("Irina Eichmann", new AttemptCounts(19, 12, 2, 1, 0, 3, 1, 0), 7.7, 1840),
              manager("+375290000017", new AttemptCounts(4, 0, 0, 0, 4, 0, 0, 0), null, 0)),
          Duration.ofMillis(7200));
  CallbackList callbacks =
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
          List.of(other("+375291010101", "Sales", "2026-11-18T11:05:00", MissedReason.NO_ANSWER)));

  /** Nothing was received. */
  static SampleDay withoutData() {
    SampleDay day = new SampleDay();
    day.quality = Quality.NO_DATA;
    day.totals = DayTotals.NONE;
    day.usual = null;
    day.hours = hours(new int[0][]);
    day.lines = List.of();
    day.managers = new Managers(List.of(), null);
    day.callbacks = new CallbackList(List.of(), List.of());
    return day;
  }

  /** A source that has just started: one call, answered, nothing configured. */
  static SampleDay withOneCall() {
    SampleDay day = withoutData();
    day.quality = new Quality(5, 0, 0, 1, 1, 0);
    CallCounts one = new CallCounts(1, 1, 0, 0, 0, 1, 0);
    day.totals = new DayTotals(one, MissedReasons.NONE, MissedCallers.NONE);
    day.targets = Targets.NONE;
    day.workingTime = null;
    day.hours = hours(new int[][] {{10, 1, 0}});
    day.lines = List.of(line("+375290000001", null, null, one));
    AttemptCounts ring = new AttemptCounts(1, 1, 0, 0, 0, 0, 0, 0);
    day.managers =
        new Managers(List.of(manager("+375290000011", ring, 4.0, 61)), Duration.ofSeconds(4));
    return day;
  }

  /** A day whose data is poor and whose names are longer than their columns. */
  static SampleDay withLongNames() {
    SampleDay day = new SampleDay();
    day.quality = new Quality(1100, 3, 2, 425, 390, 11);
    List<ManagerDay> managers = new ArrayList<>(day.managers.managers());
    managers.add(
        2,
        manager(
            "Константин Константинович Константинопольский-Воскресенский",
            new AttemptCounts(83, 60, 8, 4, 2, 4, 3, 2),
            7,
            360_000));
    managers.add(3, manager("W".repeat(50), new AttemptCounts(2, 1, 1, 0, 0, 0, 0, 0), 7, 60));
    day.managers = new Managers(managers, Duration.ofMillis(7200));
    day.lines =
        List.of(
            line(
                "+375290000001",
                "Горячая линия для постоянных клиентов и партнёров",
                "Отдел по работе с постоянными клиентами",
                new CallCounts(12_221, 12_195, 25, 1, 2, 170, 1)));
    return day;
  }

  /** So many managers and waiting callers that one page does not hold them. */
  static SampleDay withCrowd() {
    SampleDay day = new SampleDay();
    List<ManagerDay> managers = new ArrayList<>(day.managers.managers());
    List<WaitingCaller> callers = new ArrayList<>(day.callbacks.ofPeriod());
    for (int i = 0; i < 60; i++) {
      managers.add(manager("Manager No. " + i, new AttemptCounts(3, 2, 1, 0, 0, 0, 0, 0), 5.0, 90));
      callers.add(
          waiting("+3752911%05d".formatted(i), "Sales", 1, "15:00", 9, MissedReason.NO_ANSWER));
    }
    day.managers = new Managers(managers, Duration.ofMillis(7200));
    day.callbacks = new CallbackList(callers, day.callbacks.ofOtherDays());
    return day;
  }

  static Wording english() {
    return Wording.of(DailyTemplates.BUNDLE, Locale.ENGLISH);
  }

  DailyReport report() {
    return new DailyReport(
        "main",
        FRIDAY,
        NEXT_MORNING,
        targets,
        Thresholds.DEFAULT,
        totals,
        usual,
        hours,
        workingTime,
        lines,
        managers,
        callbacks,
        quality);
  }

  static List<Hour> hours(int[][] counts) {
    List<Hour> hours = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      CallCounts calls = CallCounts.NONE;
      for (int[] count : counts) {
        if (count[0] == hour) {
          int unfinished = hour == 17 ? 2 : 0;
          calls =
              new CallCounts(
                  count[1] + count[2] + unfinished, count[1], count[2], unfinished, 0, 0, 0);
        }
      }
      hours.add(
          new Hour(FRIDAY.start().plus(Duration.ofHours(hour)), LocalTime.of(hour, 0), calls));
    }
    return hours;
  }

  private static Span span(String from, String until) {
    return new Span(at(from), at(until));
  }

  static Instant at(String time) {
    return FRIDAY.date().atTime(LocalTime.parse(time)).atZone(FRIDAY.zone()).toInstant();
  }

  static LineDay line(
      String number, @Nullable String name, @Nullable String department, CallCounts calls) {
    return new LineDay(new Line(number, name, null), department, calls);
  }

  static LineDay direct(String number, String manager, CallCounts calls) {
    return new LineDay(new Line(number, null, manager), null, calls);
  }

  static ManagerDay manager(
      String name, AttemptCounts attempts, @Nullable Double ring, int talkSeconds) {
    return new ManagerDay(
        name,
        "Sales",
        attempts,
        ring == null ? null : Duration.ofMillis(Math.round(1000 * ring)),
        Duration.ofSeconds(talkSeconds),
        attempts.answered() / 4,
        attempts.answered() / 12);
  }

  static ManagerDay manager(String name, AttemptCounts attempts, int ring, int talkSeconds) {
    return manager(name, attempts, Double.valueOf(ring), talkSeconds);
  }

  static WaitingCaller waiting(
      String customer, String line, int missed, String time, int waited, MissedReason reason) {
    return new WaitingCaller(
        customer,
        new Line("+375290000001", line, null),
        missed,
        at(time),
        Duration.ofSeconds(waited),
        reason,
        CallbackState.OUTSTANDING,
        0,
        null);
  }

  private static WaitingCaller direct(String customer, String manager, String time) {
    return new WaitingCaller(
        customer,
        new Line("+375290000013", null, manager),
        1,
        at(time),
        Duration.ofSeconds(26),
        MissedReason.UNAVAILABLE,
        CallbackState.OUTSTANDING,
        0,
        null);
  }

  private static WaitingCaller tried(
      String customer,
      String line,
      int missed,
      String time,
      int waited,
      MissedReason reason,
      int tries,
      String by) {
    return new WaitingCaller(
        customer,
        new Line("+375290000001", line, null),
        missed,
        at(time),
        Duration.ofSeconds(waited),
        reason,
        CallbackState.TRIED,
        tries,
        by);
  }

  private static WaitingCaller other(
      String customer, String line, String localTime, MissedReason reason) {
    Instant at = java.time.LocalDateTime.parse(localTime).atZone(FRIDAY.zone()).toInstant();
    return new WaitingCaller(
        customer,
        new Line("+375290000001", line, null),
        1,
        at,
        Duration.ofSeconds(44),
        reason,
        CallbackState.OUTSTANDING,
        0,
        null);
  }
}
