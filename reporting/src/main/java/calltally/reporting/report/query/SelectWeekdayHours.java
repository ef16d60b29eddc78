package calltally.reporting.report.query;

import calltally.reporting.report.WeekdayHourCalls;
import calltally.sql.jooq.analytics.tables.CallFigures;
import java.time.DayOfWeek;
import java.util.List;
import org.jooq.DSLContext;

/** The incoming calls by weekday and hour; hours without calls are left out. */
record SelectWeekdayHours(FigureFunctions figures) {

  List<WeekdayHourCalls> run(DSLContext sql) {
    CallFigures hours = figures.calls("weekday_hour");
    return sql.select(hours.WEEKDAY, hours.LOCAL_HOUR, CallFields.calls(hours))
        .from(hours)
        .where(hours.INCOMING.gt(0))
        .orderBy(hours.WEEKDAY, hours.LOCAL_HOUR)
        .fetch(row -> new WeekdayHourCalls(DayOfWeek.of(row.value1()), row.value2(), row.value3()));
  }
}
