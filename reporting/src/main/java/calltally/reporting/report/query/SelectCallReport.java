package calltally.reporting.report.query;

import calltally.reporting.report.CallReport;
import calltally.reporting.report.CallTrend;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.DataQuality;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.LineCalls;
import calltally.reporting.report.Managers;
import calltally.reporting.report.Period;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.Totals;
import calltally.reporting.report.WorkingTime;
import calltally.sql.settings.SelectWorkingHours;
import calltally.sql.settings.WorkingHours;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** How the calls of a period went. */
record SelectCallReport(ReportHead head, int sourceId) {

  private static final int DAYS_OF_HISTORY = 28;

  /** A daily report of more dates shows them together only. */
  private static final int MOST_DATES = 31;

  SelectCallReport {
    if (head.scope().manager() != null) {
      throw new RefusedReport("of_manager", head.kind(), head.scope().manager());
    }
  }

  CallReport run(DSLContext sql) {
    return report(new SelectCallbackList(head).run(sql), dates(sql), sql);
  }

  /** The dates alone, without findings, lines, departments, managers and hours. */
  CallReport inBrief(DSLContext sql) {
    FigureFunctions figures = new FigureFunctions(head.scope(), head.period());
    WorkingHours hours = new SelectWorkingHours(sourceId).run(sql);
    return new CallReport(
        head,
        new SelectTotals(figures, head.generatedAt()).summed(sql),
        new SelectComparison(head, sourceId).run(sql).orElse(null),
        List.of(),
        new CallTrend(
            List.of(),
            new SelectDays(figures).run(sql),
            List.of(),
            workingTime(hours),
            hours,
            List.of()),
        List.of(),
        List.of(),
        Managers.of(List.of(), null),
        new SelectCallbackList(head).inBrief(sql),
        List.of());
  }

  /** A report for each date, if a daily report covers several. */
  private List<CallReport> dates(DSLContext sql) {
    Period period = head.period();
    boolean isByDate =
        head.kind() == ReportKind.DAILY && !period.isDay() && period.days() <= MOST_DATES;
    return isByDate
        ? period.from().datesUntil(period.until()).map(date -> of(date, sql)).toList()
        : List.of();
  }

  private CallReport of(LocalDate date, DSLContext sql) {
    Period period = Period.of(date, head.period().zone());
    DataQuality quality =
        new SelectQuality(head.scope().source(), period, head.generatedAt()).run(sql);
    ReportHead ofDate = head.of(period, quality);
    return new SelectCallReport(ofDate, sourceId)
        .report(new SelectCallbackList(ofDate).run(sql), List.of(), sql);
  }

  private CallReport report(CallbackList callbacks, List<CallReport> dates, DSLContext sql) {
    FigureFunctions figures = new FigureFunctions(head.scope(), head.period());
    Totals totals = new SelectTotals(figures, head.generatedAt()).run(sql);
    List<LineCalls> lines = new SelectLines(figures).run(sql);
    return new CallReport(
        head,
        totals,
        new SelectComparison(head, sourceId).run(sql).orElse(null),
        new SelectFindings(figures, history(figures), totals, lines).run(sql),
        trend(figures, sql),
        lines,
        new SelectDepartments(figures).run(sql),
        managers(figures, sql),
        callbacks,
        dates);
  }

  /** The four weeks before the period. */
  private FigureFunctions history(FigureFunctions figures) {
    return figures.of(new DateRange(figures.from().minusDays(DAYS_OF_HISTORY), figures.from()));
  }

  private CallTrend trend(FigureFunctions figures, DSLContext sql) {
    Period period = head.period();
    WorkingHours hours = new SelectWorkingHours(sourceId).run(sql);
    return new CallTrend(
        period.isDay() ? new SelectHours(head.scope(), period).run(sql) : List.of(),
        new SelectDays(figures).run(sql),
        period.isDay() ? List.of() : new SelectDays(before(figures)).run(sql),
        workingTime(hours),
        hours,
        new SelectWeekdayHours(figures.of(new DateRange(period.weeksFrom(), period.until())))
            .run(sql));
  }

  private static FigureFunctions before(FigureFunctions figures) {
    return figures.of(figures.dates().onSameWeekdaysBefore());
  }

  private @Nullable WorkingTime workingTime(WorkingHours hours) {
    return head.period().isDay() ? WorkingTime.of(hours, head.period()).orElse(null) : null;
  }

  /** Rings are not counted by line, so the report of a line has no managers. */
  private Managers managers(FigureFunctions figures, DSLContext sql) {
    if (head.scope().line() != null) {
      return Managers.of(List.of(), null);
    }
    Map<String, List<@Nullable Double>> trends =
        head.period().isDay() ? Map.of() : new SelectAnswerRateTrends(figures).run(sql);
    boolean hasUntoldRings = head.quality().untold().hasRings();
    return Managers.of(
        new SelectManagers(figures, trends)
            .run(sql).stream().map(manager -> manager.judgedWith(hasUntoldRings)).toList(),
        new SelectMedianRingTime(figures).run(sql).orElse(null));
  }
}
