package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.HOURLY_LINE;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import calltally.reporting.report.CallReport;
import calltally.reporting.report.CallTrend;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.Managers;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.Scope;
import calltally.reporting.report.WorkingTime;
import calltally.sql.settings.WorkingHours;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** How the calls of a date go so far, by the functions that every report of it uses. */
record SelectCallsSoFar(ReportHead head, int sourceId) {

  CallsSoFar run(DSLContext sql) {
    List<LocalDate> usual =
        new SelectUsualWeeks(head.scope().source(), sourceId, head.period().dates())
            .run(sql).stream().map(DateRange::from).toList();
    return new CallsSoFar(report(usual, sql), usual.isEmpty() ? Map.of() : hours(usual, sql));
  }

  private CallReport report(List<LocalDate> usual, DSLContext sql) {
    FigureFunctions figures = new FigureFunctions(head.scope(), head.period());
    return new CallReport(
        head,
        new SelectTotals(figures, head.generatedAt()).run(sql),
        new SelectUsualSoFar(head, usual).run(sql).orElse(null),
        List.of(),
        trend(sql),
        new SelectLines(figures).run(sql),
        List.of(),
        managers(figures, sql),
        new SelectCallbackList(head).run(sql),
        List.of());
  }

  private CallTrend trend(DSLContext sql) {
    WorkingHours workingHours = new SelectWorkingHours(sourceId).run(sql);
    return new CallTrend(
        new SelectHours(head.scope(), head.period()).run(sql),
        List.of(),
        List.of(),
        WorkingTime.of(workingHours, head.period()).orElse(null),
        workingHours,
        List.of());
  }

  private Managers managers(FigureFunctions figures, DSLContext sql) {
    return head.scope().line() != null
        ? Managers.of(List.of(), null)
        : Managers.of(new SelectManagers(figures, Map.of()).run(sql), null);
  }

  private Map<Integer, Double> hours(List<LocalDate> usual, DSLContext sql) {
    return sql.select(HOURLY_LINE.LOCAL_HOUR, sum(HOURLY_LINE.INCOMING))
        .from(HOURLY_LINE)
        .where(HOURLY_LINE.SOURCE.eq(head.scope().source()))
        .and(HOURLY_LINE.LOCAL_DATE.in(usual))
        .and(ofScope(head.scope()))
        .groupBy(HOURLY_LINE.LOCAL_HOUR)
        .having(sum(HOURLY_LINE.INCOMING).gt(BigDecimal.ZERO))
        .fetchMap(row -> row.value1().intValue(), row -> row.value2().doubleValue() / usual.size());
  }

  private static Condition ofScope(Scope scope) {
    Condition ofLine =
        scope.lineNumber() == null ? noCondition() : HOURLY_LINE.LINE.eq(scope.lineNumber());
    return scope.department() == null
        ? ofLine
        : ofLine.and(HOURLY_LINE.DEPARTMENT.eq(scope.department()));
  }
}
