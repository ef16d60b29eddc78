package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.HOURLY_LINE;
import static org.jooq.impl.DSL.sum;

import calltally.reporting.report.CallReport;
import calltally.reporting.report.CallTrend;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.Managers;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.WorkingTime;
import calltally.sql.settings.SelectWorkingHours;
import calltally.sql.settings.WorkingHours;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** How the calls of a date go so far, by the same definitions as every report of it. */
record SelectCallsSoFar(ReportHead head, int sourceId) {

  CallsSoFar run(DSLContext sql) {
    WorkingHours hours = new SelectWorkingHours(sourceId).run(sql);
    List<LocalDate> usual =
        new SelectUsualWeeks(head.scope().source(), head.period().dates(), hours)
            .run(sql).stream().map(DateRange::from).toList();
    return new CallsSoFar(
        report(usual, hours, sql), usual.isEmpty() ? Map.of() : usualHours(usual, sql));
  }

  private CallReport report(List<LocalDate> usual, WorkingHours hours, DSLContext sql) {
    FigureFunctions figures = new FigureFunctions(head.scope(), head.period());
    return new CallReport(
        head,
        new SelectTotals(figures, head.generatedAt()).soFar(sql),
        new SelectUsualSoFar(head, usual).run(sql).orElse(null),
        List.of(),
        trend(hours, sql),
        new SelectLines(figures).soFar(sql),
        List.of(),
        managers(figures, sql),
        new SelectCallbackList(head).soFar(sql),
        List.of());
  }

  private CallTrend trend(WorkingHours hours, DSLContext sql) {
    return new CallTrend(
        new SelectHours(head.scope(), head.period()).run(sql),
        List.of(),
        List.of(),
        WorkingTime.of(hours, head.period()).orElse(null),
        hours,
        List.of());
  }

  private Managers managers(FigureFunctions figures, DSLContext sql) {
    boolean hasUntoldRings = head.quality().untold().hasRings();
    return head.scope().line() != null
        ? Managers.of(List.of(), null)
        : Managers.of(
            new SelectManagers(figures)
                .soFar(sql).stream().map(manager -> manager.judgedWith(hasUntoldRings)).toList(),
            null);
  }

  private Map<Integer, Double> usualHours(List<LocalDate> usual, DSLContext sql) {
    return sql.select(HOURLY_LINE.LOCAL_HOUR, sum(HOURLY_LINE.INCOMING))
        .from(HOURLY_LINE)
        .where(HOURLY_LINE.SOURCE.eq(head.scope().source()))
        .and(HOURLY_LINE.LOCAL_DATE.in(usual))
        .and(FigureFunctions.ofScope(head.scope()))
        .groupBy(HOURLY_LINE.LOCAL_HOUR)
        .having(sum(HOURLY_LINE.INCOMING).gt(BigDecimal.ZERO))
        .fetchMap(row -> row.value1().intValue(), row -> row.value2().doubleValue() / usual.size());
  }
}
