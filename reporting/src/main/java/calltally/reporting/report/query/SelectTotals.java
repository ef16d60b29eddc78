package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.HOURLY_LINE;
import static org.jooq.impl.DSL.row;

import calltally.reporting.report.MissedCallers;
import calltally.reporting.report.ReachedCallers;
import calltally.reporting.report.Totals;
import calltally.sql.jooq.analytics.tables.CallFigures;
import calltally.sql.jooq.analytics.tables.CallbackFigures;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.SelectField;

/** The figures of a whole period, with call-backs judged at an instant. */
record SelectTotals(FigureFunctions figures, Instant judgedAt) {

  Totals run(DSLContext sql) {
    CallFigures calls = figures.calls("period");
    MissedCallers callers = missedCallers(sql);
    return sql.select(
            CallFields.calls(calls), CallFields.reasons(calls), calls.OUTGOING, calls.CONNECTED)
        .from(calls)
        .fetchSingle(
            row -> new Totals(row.value1(), row.value2(), callers, row.value3(), row.value4()));
  }

  /** The same from the sums that each refresh stores: sooner, and of whole dates only. */
  Totals summed(DSLContext sql) {
    MissedCallers callers = missedCallers(sql);
    return sql.select(
            CallFields.calls(HOURLY_LINE),
            CallFields.reasons(HOURLY_LINE),
            CallFields.of(HOURLY_LINE.OUTGOING),
            CallFields.of(HOURLY_LINE.CONNECTED))
        .from(HOURLY_LINE)
        .where(figures.hours())
        .fetchSingle(
            row -> new Totals(row.value1(), row.value2(), callers, row.value3(), row.value4()));
  }

  private static SelectField<ReachedCallers> reached(CallbackFigures callbacks) {
    return row(
            callbacks.REACHED_IN_15_MINUTES,
            callbacks.REACHED_IN_1_HOUR,
            callbacks.REACHED_IN_4_HOURS,
            callbacks.REACHED,
            callbacks.REACH_MEDIAN.convertFrom(Seconds::orNull))
        .mapping(ReachedCallers::new);
  }

  private MissedCallers missedCallers(DSLContext sql) {
    CallbackFigures callbacks = figures.callbacks(judgedAt);
    return sql.select(
            callbacks.RETURNED,
            callbacks.CAME_BACK,
            callbacks.TRIED,
            callbacks.OUTSTANDING,
            callbacks.EXPIRED,
            callbacks.WITHHELD_CALLS,
            reached(callbacks))
        .from(callbacks)
        .fetchSingle(Records.mapping(MissedCallers::new));
  }
}
