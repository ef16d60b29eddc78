package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.ATTEMPT;
import static calltally.sql.jooq.analytics.Tables.CALL;

import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.ComparedRate;
import calltally.reporting.report.HourAttempts;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.ManagerWeek;
import calltally.reporting.report.Period;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.Scope;
import calltally.reporting.report.TeamMedians;
import calltally.sql.jooq.analytics.tables.ManagerFigures;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** A manager's figures in a period, compared with the team's. */
record SelectManagerReview(ReportHead head) {

  SelectManagerReview {
    if (head.scope().manager() == null || head.scope().line() != null) {
      throw new RefusedReport(head.scope().manager() == null ? "all_managers" : "manager_of_line");
    }
  }

  ManagerReview run(DSLContext sql) {
    return review(true, sql);
  }

  /** The same without hours and ring times. */
  ManagerReview inBrief(DSLContext sql) {
    return review(false, sql);
  }

  private ManagerReview review(boolean isWhole, DSLContext sql) {
    FigureFunctions figures = new FigureFunctions(head.scope(), head.period());
    List<ManagerActivity> team =
        new SelectManagers(ofTeam(figures)).run(sql).stream().map(this::judged).toList();
    ManagerActivity found = own(team);
    ManagerActivity own = found == null ? judged(ManagerActivity.none(name())) : found;
    boolean isTold = !own.ringsUntold();
    return new ManagerReview(
        head,
        own,
        before(figures, sql),
        TeamMedians.of(team),
        isTold ? weeks(figures, sql) : List.of(),
        isTold && isWhole ? RingTimeHistogram.of(ringTimes(sql)) : List.of(),
        isTold && isWhole ? hours(figures, sql) : List.of(),
        new SelectMissedCalls(head, false).run(sql));
  }

  /**
   * The same of a date that is not over, without its course.
   *
   * @param managers selects the team, which is the same for all managers
   */
  ManagerReview soFar(Function<SelectManagers, List<ManagerActivity>> managers, DSLContext sql) {
    FigureFunctions figures = new FigureFunctions(head.scope(), head.period());
    List<ManagerActivity> team =
        managers.apply(new SelectManagers(ofTeam(figures))).stream().map(this::judged).toList();
    ManagerActivity found = own(team);
    return new ManagerReview(
        head,
        found == null ? judged(ManagerActivity.none(name())) : found,
        null,
        TeamMedians.of(team),
        List.of(),
        List.of(),
        List.of(),
        new SelectMissedCalls(head, false).run(sql));
  }

  private ManagerActivity judged(ManagerActivity manager) {
    return manager.judgedWith(head.quality().untold().hasRings());
  }

  private String name() {
    return Objects.requireNonNull(head.scope().manager());
  }

  private static FigureFunctions ofTeam(FigureFunctions figures) {
    Scope scope = figures.scope();
    return new FigureFunctions(
        new Scope(scope.source(), null, scope.department(), null), figures.dates());
  }

  private @Nullable ManagerActivity own(List<ManagerActivity> managers) {
    return managers.stream()
        .filter(manager -> manager.manager().equals(name()))
        .findFirst()
        .orElse(null);
  }

  private @Nullable ManagerActivity before(FigureFunctions figures, DSLContext sql) {
    return new SelectPreviousPeriod(head)
        .run(sql)
        .map(before -> own(new SelectManagers(figures.of(before.dates())).run(sql)))
        .map(before -> before.judgedWith(false))
        .orElse(null);
  }

  /** The weeks that have begun. */
  private List<ManagerWeek> weeks(FigureFunctions figures, DSLContext sql) {
    ManagerFigures weeks = figures.managers("week");
    Map<LocalDate, Counted> counted =
        sql.select(weeks.STARTS_ON, ManagerFields.counts(weeks), ManagerFields.answerRate(weeks))
            .from(weeks)
            .fetchMap(row -> row.value1(), row -> new Counted(row.value2(), row.value3()));
    LocalDate today = LocalDate.ofInstant(head.generatedAt(), head.period().zone());
    return CalendarWeeks.of(head.period()).stream()
        .filter(week -> !week.from().isAfter(today))
        .map(week -> counted.getOrDefault(CalendarWeeks.monday(week.from()), Counted.NONE).of(week))
        .toList();
  }

  /** What was counted in a week or an hour. */
  private record Counted(AttemptCounts attempts, ComparedRate answerRate) {

    static final Counted NONE = new Counted(AttemptCounts.NONE, ComparedRate.NONE);

    ManagerWeek of(Period week) {
      return new ManagerWeek(week.from(), week.until(), attempts, answerRate);
    }
  }

  private List<HourAttempts> hours(FigureFunctions figures, DSLContext sql) {
    ManagerFigures hours = figures.managers("hour");
    Map<Integer, Counted> counted =
        sql.select(hours.LOCAL_HOUR, ManagerFields.counts(hours), ManagerFields.answerRate(hours))
            .from(hours)
            .fetchMap(
                row -> row.value1().intValue(), row -> new Counted(row.value2(), row.value3()));
    return IntStream.range(0, 24)
        .mapToObj(
            hour -> {
              Counted found = counted.getOrDefault(hour, Counted.NONE);
              return new HourAttempts(hour, found.attempts(), found.answerRate());
            })
        .toList();
  }

  /** Of every ring the manager answered and whose length is known. */
  private List<Duration> ringTimes(DSLContext sql) {
    return sql.select(ATTEMPT.RING_SECONDS.convertFrom(Seconds::duration))
        .from(ATTEMPT)
        .join(CALL)
        .on(CALL.SOURCE.eq(ATTEMPT.SOURCE))
        .and(CALL.PBX_ID.eq(ATTEMPT.PBX_ID))
        .where(ATTEMPT.SOURCE.eq(head.scope().source()))
        .and(ATTEMPT.LOCAL_DATE.ge(head.period().from()))
        .and(ATTEMPT.LOCAL_DATE.lt(head.period().until()))
        .and(ATTEMPT.MANAGER.eq(name()))
        .and(ATTEMPT.OUTCOME.eq("answered"))
        .and(ATTEMPT.RING_SECONDS.isNotNull())
        .andNot(CALL.IS_INTERNAL)
        .fetch(row -> row.value1());
  }
}
