package calltally.reporting.report.query;

import static calltally.sql.jooq.ledger.Tables.PRINTED_FIGURE;
import static calltally.sql.jooq.ledger.Tables.RUN;

import calltally.reporting.report.DateRange;
import calltally.reporting.report.DayFigure;
import calltally.reporting.report.ReportRun;
import calltally.reporting.report.ReportScope;
import calltally.reporting.report.ReportedFigures;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Rows;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Which reports were made and what they said of each local date, so that the next one of the same
 * scope can tell what has changed since. Not derived: a rebuild leaves it as it is.
 */
public final class Ledger {

  private final DataSource dataSource;

  public Ledger(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * What a report says of its dates now, and what it restates.
   *
   * @throws UnknownSourceException when there is no such source
   */
  public ReportedFigures figures(ReportScope scope, DateRange dates) {
    return new Snapshot(dataSource).read(new SelectReportedFigures(scope, dates)::run);
  }

  /**
   * Records a report that was written, with what it said.
   *
   * @param figures of the same snapshot as the report
   * @return its run_id
   * @throws UnknownSourceException when there is no such source
   */
  public long record(ReportRun run, ReportedFigures figures, Instant renderedAt) {
    return DSL.using(dataSource, SQLDialect.POSTGRES)
        .transactionResult(transaction -> record(run, figures, renderedAt, transaction.dsl()));
  }

  /** The same, as part of somebody's transaction: undone with it. */
  static long record(
      ReportRun run, ReportedFigures figures, Instant renderedAt, DSLContext transaction) {
    int sourceId = new SelectSource(run.scope().source()).run(transaction).sourceId();
    long runId = insert(transaction, sourceId, run, renderedAt);
    insert(transaction, sourceId, runId, figures.days());
    return runId;
  }

  private static long insert(DSLContext sql, int sourceId, ReportRun run, Instant renderedAt) {
    return sql.insertInto(RUN)
        .set(RUN.SOURCE_ID, sourceId)
        .set(RUN.KIND, run.scope().kind())
        .set(RUN.LINE, run.scope().line())
        .set(RUN.DEPARTMENT, run.scope().department())
        .set(RUN.MANAGER, run.scope().manager())
        .set(RUN.SUBSCRIPTION, run.scope().subscription())
        .set(RUN.FROM_DATE, run.dates().from())
        .set(RUN.UNTIL_DATE, run.dates().until())
        .set(RUN.GENERATED_AT, run.generatedAt())
        .set(RUN.RENDERED_AT, renderedAt)
        .returningResult(RUN.RUN_ID)
        .fetchSingle()
        .value1();
  }

  private static void insert(DSLContext sql, int sourceId, long runId, List<DayFigure> figures) {
    sql.insertInto(
            PRINTED_FIGURE,
            PRINTED_FIGURE.SOURCE_ID,
            PRINTED_FIGURE.RUN_ID,
            PRINTED_FIGURE.LOCAL_DATE,
            PRINTED_FIGURE.FIGURE,
            PRINTED_FIGURE.VALUE)
        .valuesOfRows(
            figures.stream()
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
