package calltally.reporting.report.query;

import calltally.reporting.report.CallCounts;
import calltally.reporting.report.Comparison;
import calltally.reporting.report.DialledLine;
import calltally.reporting.report.Finding;
import calltally.reporting.report.LineCalls;
import calltally.reporting.report.MissedReasons;
import calltally.reporting.report.Totals;
import calltally.sql.jooq.analytics.tables.CallFigures;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** What was unusual, compared with the weeks before, if at least two of their dates have data. */
record SelectFindings(
    FigureFunctions figures, FigureFunctions history, Totals totals, List<LineCalls> lines) {

  /** Only the reasons of the history count, so its call-backs may be judged at any instant. */
  List<Finding> run(DSLContext sql) {
    if (datesWithData(sql) < Comparison.LEAST_USUAL) {
      return List.of();
    }
    FindingRules rules =
        new FindingRules(
            new SelectTotals(history, java.time.Instant.EPOCH).run(sql).reasons(),
            hours(history, sql),
            lineCounts(sql));
    return rules.largest(totals.reasons(), hours(figures, sql), lines).stream().toList();
  }

  private int datesWithData(DSLContext sql) {
    return new SelectDatesReceived(history.scope().source(), history.dates()).run(sql).size();
  }

  private static Map<Integer, HourOfDayCalls> hours(FigureFunctions of, DSLContext sql) {
    CallFigures hours = of.calls("hour");
    return sql.select(hours.LOCAL_HOUR, CallFields.calls(hours), CallFields.reasons(hours))
        .from(hours)
        .fetchMap(
            row -> row.value1().intValue(), row -> new HourOfDayCalls(row.value2(), row.value3()));
  }

  private Map<DialledLine, CallCounts> lineCounts(DSLContext sql) {
    return new SelectLines(history)
        .run(sql).stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    LineCalls::line, LineCalls::calls, CallCounts::plus));
  }

  /** The calls of an hour of the day, over the period. */
  record HourOfDayCalls(CallCounts calls, MissedReasons reasons) {}
}
