package calltally.reporting.report;

import static calltally.sql.jooq.analytics.Tables.DAILY_LINE;
import static calltally.sql.jooq.analytics.Tables.DATA_QUALITY;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;

/** The incoming calls of each of the dates; dates without data are left out. */
record SelectCallTotals(String source, Collection<LocalDate> dates) {

  record CallTotals(LocalDate date, CallCounts calls, MissedReasons reasons) {}

  Map<LocalDate, CallTotals> run(DSLContext sql) {
    return sql.select(DATA_QUALITY.LOCAL_DATE, Sums.calls(DAILY_LINE), Sums.reasons(DAILY_LINE))
        .from(DATA_QUALITY)
        .leftJoin(DAILY_LINE)
        .on(DAILY_LINE.SOURCE.eq(DATA_QUALITY.SOURCE))
        .and(DAILY_LINE.LOCAL_DATE.eq(DATA_QUALITY.LOCAL_DATE))
        .where(DATA_QUALITY.SOURCE.eq(source))
        .and(DATA_QUALITY.LOCAL_DATE.in(dates))
        .and(DATA_QUALITY.NOTIFICATIONS.gt(0))
        .groupBy(DATA_QUALITY.LOCAL_DATE)
        .fetchMap(
            DATA_QUALITY.LOCAL_DATE,
            row -> new CallTotals(row.value1(), row.value2(), row.value3()));
  }
}
