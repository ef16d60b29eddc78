package calltally.reporting.report.query;

import calltally.reporting.report.MissedCallReport;
import calltally.reporting.report.ReportHead;
import org.jooq.DSLContext;

/** Every missed call of a period. */
record SelectMissedCallReport(ReportHead head) {

  MissedCallReport run(DSLContext sql) {
    FigureFunctions figures = new FigureFunctions(head.scope(), head.period());
    return new MissedCallReport(
        head,
        new SelectTotals(figures, head.generatedAt()).run(sql),
        new SelectMissedCalls(head, true).run(sql));
  }
}
