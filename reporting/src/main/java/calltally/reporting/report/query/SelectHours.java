package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.HOURLY_LINE;

import calltally.reporting.report.CallCounts;
import calltally.reporting.report.HourCalls;
import calltally.reporting.report.Period;
import calltally.reporting.report.Scope;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;

/** The incoming calls of every local hour, by the hour they started in. */
record SelectHours(Scope scope, Period period) {

  List<HourCalls> run(DSLContext sql) {
    Map<Instant, CallCounts> hours = emptyHours();
    hours.putAll(countedHours(sql));
    return hours.entrySet().stream().map(hour -> hour(hour.getKey(), hour.getValue())).toList();
  }

  private Map<Instant, CallCounts> emptyHours() {
    Map<Instant, CallCounts> hours = new TreeMap<>();
    ZonedDateTime hour = period.start().atZone(period.zone());
    while (hour.toInstant().isBefore(period.end())) {
      hours.put(hour.toInstant(), CallCounts.NONE);
      hour = hour.plusHours(1);
    }
    return hours;
  }

  private Map<Instant, CallCounts> countedHours(DSLContext sql) {
    return sql.select(HOURLY_LINE.HOUR_START, CallFields.calls(HOURLY_LINE))
        .from(HOURLY_LINE)
        .where(HOURLY_LINE.SOURCE.eq(scope.source()))
        .and(HOURLY_LINE.HOUR_START.ge(period.start()))
        .and(HOURLY_LINE.HOUR_START.lt(period.end()))
        .and(FigureFunctions.ofScope(scope))
        .groupBy(HOURLY_LINE.HOUR_START)
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  private HourCalls hour(Instant start, CallCounts calls) {
    return new HourCalls(start, LocalTime.ofInstant(start, period.zone()), calls);
  }
}
