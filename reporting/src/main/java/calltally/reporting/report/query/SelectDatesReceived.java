package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.DATA_QUALITY;

import calltally.reporting.report.DateRange;
import java.time.LocalDate;
import java.util.Set;
import org.jooq.DSLContext;

/** The local dates that have data: anything was received on them. */
record SelectDatesReceived(String source, DateRange dates) {

  Set<LocalDate> run(DSLContext sql) {
    return sql.select(DATA_QUALITY.LOCAL_DATE)
        .from(DATA_QUALITY)
        .where(DATA_QUALITY.SOURCE.eq(source))
        .and(DATA_QUALITY.LOCAL_DATE.ge(dates.from()))
        .and(DATA_QUALITY.LOCAL_DATE.lt(dates.until()))
        .and(DATA_QUALITY.NOTIFICATIONS.gt(0))
        .fetchSet(DATA_QUALITY.LOCAL_DATE);
  }
}
