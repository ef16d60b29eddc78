package calltally.reporting.report.query;

import calltally.reporting.report.WeekdayHour;
import calltally.sql.jooq.analytics.tables.CallFigures;
import java.time.DayOfWeek;
import java.util.List;
import org.jooq.DSLContext;

/** The hours of each weekday in which calls came in. */
record SelectWeekdayHours(Figures figures) {

  List<WeekdayHour> run(DSLContext sql) {
    CallFigures hours = figures.calls("weekday_hour");
    return sql.select(hours.WEEKDAY, hours.LOCAL_HOUR, Sums.calls(hours))
        .from(hours)
        .where(hours.INCOMING.gt(0))
        .orderBy(hours.WEEKDAY, hours.LOCAL_HOUR)
        .fetch(row -> new WeekdayHour(DayOfWeek.of(row.value1()), row.value2(), row.value3()));
  }
}
