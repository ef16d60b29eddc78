package calltally.web.today;

import static calltally.sql.jooq.analytics.Tables.DATA_QUALITY;
import static org.jooq.impl.DSL.sum;

import calltally.web.frame.VisibleSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

/**
 * Counts of what was received of late, as the last refresh has them: while they are the same, so
 * are the figures.
 */
record SelectVersion(VisibleSource source, Instant now) {

  /** Who waits, and what is usual, is older than that only where somebody has configured it. */
  private static final Duration OF_LATE = Duration.ofDays(31);

  List<Object> run(DSLContext sql) {
    return sql.select(
            sum(DATA_QUALITY.NOTIFICATIONS),
            sum(DATA_QUALITY.DUPLICATES),
            sum(DATA_QUALITY.REJECTED))
        .from(DATA_QUALITY)
        .where(DATA_QUALITY.SOURCE.eq(source.name()))
        .and(DATA_QUALITY.LOCAL_DATE.ge(source.date(now.minus(OF_LATE))))
        .fetchSingle(row -> row.intoList());
  }
}
