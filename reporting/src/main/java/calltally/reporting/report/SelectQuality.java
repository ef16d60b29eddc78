package calltally.reporting.report;

import static calltally.sql.jooq.analytics.Tables.DATA_QUALITY;
import static org.jooq.impl.SQLDataType.INTEGER;

import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jooq.Records;

/** The quality of the data of the date. */
record SelectQuality(String source, LocalDate date) {

  Quality run(DSLContext sql) {
    return sql.select(
            DATA_QUALITY.NOTIFICATIONS,
            DATA_QUALITY.DUPLICATES.cast(INTEGER),
            DATA_QUALITY.REJECTED.cast(INTEGER),
            DATA_QUALITY.CALLS,
            DATA_QUALITY.CALLS_COMPLETE,
            DATA_QUALITY.INTERNAL)
        .from(DATA_QUALITY)
        .where(DATA_QUALITY.SOURCE.eq(source))
        .and(DATA_QUALITY.LOCAL_DATE.eq(date))
        .fetchOptional(Records.mapping(Quality::new))
        .orElse(Quality.NO_DATA);
  }
}
