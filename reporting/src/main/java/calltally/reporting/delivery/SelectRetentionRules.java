package calltally.reporting.delivery;

import static calltally.sql.jooq.config.Tables.RETENTION;
import static calltally.sql.jooq.config.Tables.SOURCE;

import java.time.Period;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** How long each source's reports are kept, including sources no longer in the configuration. */
record SelectRetentionRules() {

  List<RetentionRule> run(DSLContext sql) {
    return sql.select(SOURCE.SOURCE_ID, SOURCE.NAME, RETENTION.REPORT_MONTHS)
        .from(SOURCE)
        .leftJoin(RETENTION)
        .using(SOURCE.SOURCE_ID)
        .orderBy(SOURCE.SOURCE_ID)
        .fetch(row -> new RetentionRule(row.value1(), row.value2(), months(row.value3())));
  }

  private static @Nullable Period months(@Nullable Integer months) {
    return months == null ? null : Period.ofMonths(months);
  }
}
