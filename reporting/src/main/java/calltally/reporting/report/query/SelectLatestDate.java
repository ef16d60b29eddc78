package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.DATA_QUALITY;
import static org.jooq.impl.DSL.max;

import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;

/** The latest local date before {@code end} on which notifications of the source occurred. */
record SelectLatestDate(String source, LocalDate end) {

  Optional<LocalDate> run(DSLContext sql) {
    return sql.select(max(DATA_QUALITY.LOCAL_DATE))
        .from(DATA_QUALITY)
        .where(DATA_QUALITY.SOURCE.eq(source))
        .and(DATA_QUALITY.LOCAL_DATE.lt(end))
        .and(DATA_QUALITY.NOTIFICATIONS.gt(0))
        .fetchOptional(row -> row.value1());
  }
}
