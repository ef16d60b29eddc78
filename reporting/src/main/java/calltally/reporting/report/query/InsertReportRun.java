package calltally.reporting.report.query;

import static calltally.sql.jooq.ledger.Tables.PRINTED_FIGURE;
import static calltally.sql.jooq.ledger.Tables.REPORT_RUN;

import calltally.reporting.report.ReportRun;
import calltally.reporting.report.ReportedFigures;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Rows;
import org.jooq.impl.DSL;

/**
 * Records a report and its daily figures, so that the next one of the series can say what has
 * changed. Not derived data: a rebuild leaves it as it is.
 *
 * @param figures figures from the report's own snapshot
 */
record InsertReportRun(ReportRun run, ReportedFigures figures, Instant renderedAt) {

  /**
   * Inserts the run and returns its run_id.
   *
   * @throws UnknownSourceException when the source does not exist
   */
  long run(DSLContext sql) {
    int sourceId = new SelectReportSource(run.scope().source()).run(sql).sourceId();
    long runId = insertRun(sql, sourceId);
    insertFigures(sql, sourceId, runId);
    return runId;
  }

  private long insertRun(DSLContext sql, int sourceId) {
    return sql.insertInto(REPORT_RUN)
        .set(REPORT_RUN.SOURCE_ID, sourceId)
        .set(REPORT_RUN.KIND, run.scope().kind())
        .set(REPORT_RUN.LINE, run.scope().line())
        .set(REPORT_RUN.DEPARTMENT, run.scope().department())
        .set(REPORT_RUN.MANAGER, run.scope().manager())
        .set(REPORT_RUN.SUBSCRIPTION, run.scope().subscription())
        .set(REPORT_RUN.FROM_DATE, run.dates().from())
        .set(REPORT_RUN.UNTIL_DATE, run.dates().until())
        .set(REPORT_RUN.GENERATED_AT, run.generatedAt())
        .set(REPORT_RUN.RENDERED_AT, renderedAt)
        .returningResult(REPORT_RUN.RUN_ID)
        .fetchSingle()
        .value1();
  }

  private void insertFigures(DSLContext sql, int sourceId, long runId) {
    sql.insertInto(
            PRINTED_FIGURE,
            PRINTED_FIGURE.SOURCE_ID,
            PRINTED_FIGURE.RUN_ID,
            PRINTED_FIGURE.LOCAL_DATE,
            PRINTED_FIGURE.FIGURE,
            PRINTED_FIGURE.VALUE)
        .valuesOfRows(
            figures.days().stream()
                .collect(
                    Rows.toRowList(
                        figure -> DSL.val(sourceId),
                        figure -> DSL.val(runId),
                        figure -> DSL.val(figure.date()),
                        figure -> DSL.val(figure.name()),
                        figure -> DSL.val(figure.value()))))
        .execute();
  }
}
