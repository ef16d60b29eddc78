package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.HOURLY_LINE;

import calltally.reporting.report.CallCounts;
import calltally.reporting.report.DayCalls;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;

/** The incoming calls of every date of the period. */
record SelectDays(FigureFunctions figures) {

  List<DayCalls> run(DSLContext sql) {
    Map<LocalDate, CallCounts> counted = counted(sql);
    Set<LocalDate> withData =
        new SelectDatesReceived(figures.scope().source(), figures.dates()).run(sql);
    return figures
        .from()
        .datesUntil(figures.until())
        .map(
            date ->
                new DayCalls(
                    date, counted.getOrDefault(date, CallCounts.NONE), withData.contains(date)))
        .toList();
  }

  private Map<LocalDate, CallCounts> counted(DSLContext sql) {
    return sql.select(HOURLY_LINE.LOCAL_DATE, CallFields.calls(HOURLY_LINE))
        .from(HOURLY_LINE)
        .where(figures.hours())
        .groupBy(HOURLY_LINE.LOCAL_DATE)
        .fetchMap(row -> row.value1(), row -> row.value2());
  }
}
