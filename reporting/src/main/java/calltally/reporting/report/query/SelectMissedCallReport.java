package calltally.reporting.report.query;

import calltally.reporting.report.Head;
import calltally.reporting.report.MissedCallReport;
import org.jooq.DSLContext;

/** Every missed call of a period. */
record SelectMissedCallReport(Head head) {

  MissedCallReport run(DSLContext sql) {
    Figures figures = new Figures(head.scope(), head.period());
    return new MissedCallReport(
        head,
        new SelectTotals(figures, head.generatedAt()).run(sql),
        new SelectMissedCalls(head).run(sql));
  }
}
