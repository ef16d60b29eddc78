package calltally.reporting.delivery;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.ledger.Tables.MAILING;
import static org.jooq.impl.DSL.select;

import calltally.reporting.delivery.schedule.PlannedRun;
import calltally.reporting.report.DateRange;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Writes down that a subscription's report of a period is due, or that it will never be. */
record InsertMailing(SubscriptionId subscription, Duration deadline) {

  void due(PlannedRun run, Instant now, DSLContext sql) {
    sql.insertInto(MAILING)
        .set(MAILING.SOURCE_ID, sourceId())
        .set(MAILING.SUBSCRIPTION, subscription.key())
        .set(MAILING.FROM_DATE, run.dates().from())
        .set(MAILING.UNTIL_DATE, run.dates().until())
        .set(MAILING.DUE_AT, run.at())
        .set(MAILING.DEADLINE, run.at().plus(deadline))
        .set(MAILING.STATE, MailingState.DUE.toString())
        .set(MAILING.NEXT_ATTEMPT_AT, now)
        .execute();
  }

  void skipped(DateRange dates, Instant now, String reason, DSLContext sql) {
    sql.insertInto(MAILING)
        .set(MAILING.SOURCE_ID, sourceId())
        .set(MAILING.SUBSCRIPTION, subscription.key())
        .set(MAILING.FROM_DATE, dates.from())
        .set(MAILING.UNTIL_DATE, dates.until())
        .set(MAILING.DUE_AT, now)
        .set(MAILING.DEADLINE, now)
        .set(MAILING.STATE, MailingState.SKIPPED.toString())
        .set(MAILING.REASON, reason)
        .execute();
  }

  private Field<Integer> sourceId() {
    return select(SOURCE.SOURCE_ID)
        .from(SOURCE)
        .where(SOURCE.NAME.eq(subscription.source()))
        .asField();
  }
}
