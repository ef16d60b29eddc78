package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.DATA_QUALITY;

import calltally.reporting.report.ReportHead;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * The period before, which a report is compared with; none for a period that is not over, or if
 * data starts after the previous period's first date: its counts would only show how much of the
 * time is missing.
 */
record SelectPreviousPeriod(ReportHead head) {

  Optional<PreviousPeriod> run(DSLContext sql) {
    PreviousPeriod before = PreviousPeriod.of(head.period().dates());
    return head.period().isOverAt(head.generatedAt()) && isKnownFrom(before.dates().from(), sql)
        ? Optional.of(before)
        : Optional.empty();
  }

  /** Whether anything was received on that date or earlier. */
  private boolean isKnownFrom(LocalDate first, DSLContext sql) {
    return sql.fetchExists(
        DATA_QUALITY,
        DATA_QUALITY
            .SOURCE
            .eq(head.scope().source())
            .and(DATA_QUALITY.LOCAL_DATE.le(first))
            .and(DATA_QUALITY.NOTIFICATIONS.gt(0)));
  }
}
