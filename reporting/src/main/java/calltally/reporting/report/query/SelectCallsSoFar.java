package calltally.reporting.report.query;

import calltally.reporting.report.CallReport;
import calltally.reporting.report.CallTrend;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.LineCalls;
import calltally.reporting.report.Managers;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.Totals;
import calltally.reporting.report.WorkingTime;
import calltally.reporting.report.query.SelectUsualSoFar.UsualSoFar;
import calltally.sql.settings.SelectWorkingHours;
import calltally.sql.settings.WorkingHours;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/** How the calls of a date go or went, by the same definitions as every report of it. */
record SelectCallsSoFar(ReportHead head, int sourceId) {

  /**
   * Selects them.
   *
   * @param usual asked last: it may be selected at the same time
   * @param callbacks asked last too: the whole list of who waits, or the first of them
   */
  CallsSoFar run(Supplier<UsualSoFar> usual, Supplier<CallbackList> callbacks, DSLContext sql) {
    CallTrend trend = trend(new SelectWorkingHours(sourceId).run(sql), sql);
    FigureFunctions figures = new FigureFunctions(head.scope(), head.period());
    Totals totals = new SelectTotals(figures, head.generatedAt()).summed(sql);
    List<LineCalls> lines = new SelectLines(figures).summed(sql);
    Managers managers = managers(figures, sql);
    UsualSoFar compared = usual.get();
    return new CallsSoFar(
        new CallReport(
            head,
            totals,
            compared.comparison().orElse(null),
            List.of(),
            trend,
            lines,
            List.of(),
            managers,
            callbacks.get(),
            List.of()),
        compared.hours());
  }

  /**
   * Selects those of a date that is over.
   *
   * @param callbacks asked last: the first of those who wait
   */
  CallReport ofDay(Supplier<CallbackList> callbacks, DSLContext sql) {
    return run(() -> usualOfDay(sql), callbacks, sql).report();
  }

  private UsualSoFar usualOfDay(DSLContext sql) {
    return new UsualSoFar(new SelectComparison(head, sourceId).run(sql), Map.of());
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
}
