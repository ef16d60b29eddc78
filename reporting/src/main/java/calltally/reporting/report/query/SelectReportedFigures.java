package calltally.reporting.report.query;

import static calltally.sql.jooq.ledger.Tables.DAILY_FIGURE;
import static calltally.sql.jooq.ledger.Tables.RESTATED_FIGURE;

import calltally.reporting.report.DateRange;
import calltally.reporting.report.DayFigure;
import calltally.reporting.report.ReportSeries;
import calltally.reporting.report.ReportedFigures;
import calltally.reporting.report.RestatedFigure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** The daily figures of a report, and the earlier figures it restates. */
record SelectReportedFigures(ReportSeries scope, DateRange dates) {

  ReportedFigures run(DSLContext sql) {
    int sourceId = new SelectReportSource(scope.source()).run(sql).sourceId();
    List<RestatedFigure> restated = restated(sql, sourceId);
    List<DayFigure> days = new ArrayList<>(days(sql, sourceId, dates));
    earlierDates(restated).forEach(date -> days.addAll(days(sql, sourceId, DateRange.of(date))));
    return new ReportedFigures(days, restated);
  }

  private Set<LocalDate> earlierDates(List<RestatedFigure> restated) {
    return restated.stream()
        .map(RestatedFigure::date)
        .filter(date -> date.isBefore(dates.from()) || !date.isBefore(dates.until()))
        .collect(Collectors.toSet());
  }

  private List<RestatedFigure> restated(DSLContext sql, int sourceId) {
    return sql.selectFrom(
            RESTATED_FIGURE(
                sourceId,
                scope.kind(),
                scope.line(),
                scope.department(),
                scope.manager(),
                scope.subscription()))
        .fetch(
            row ->
                new RestatedFigure(
                    row.getLocalDate(), row.getFigure(), row.getPrintedValue(), row.getValue()));
  }

  private List<DayFigure> days(DSLContext sql, int sourceId, DateRange days) {
    return sql.selectFrom(
            DAILY_FIGURE(
                sourceId,
                days.from(),
                days.until(),
                scope.line(),
                scope.department(),
                scope.manager()))
        .fetch(row -> new DayFigure(row.getLocalDate(), row.getFigure(), row.getValue()));
  }
}
