package calltally.reporting.delivery;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.ledger.Tables.MAILING;
import static org.jooq.impl.DSL.select;

import calltally.reporting.delivery.schedule.PlannedRun;
import calltally.reporting.delivery.subscription.SubscriptionId;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Records that the report of a period is due. */
record InsertMailing(SubscriptionId subscription, PlannedRun run, Duration deadline, Instant now) {

  void run(DSLContext sql) {
    sql.insertInto(MAILING)
        .set(MAILING.SOURCE_ID, sourceId(subscription))
        .set(MAILING.SUBSCRIPTION, subscription.key())
        .set(MAILING.FROM_DATE, run.dates().from())
        .set(MAILING.UNTIL_DATE, run.dates().until())
        .set(MAILING.DUE_AT, run.at())
        .set(MAILING.DEADLINE, run.at().plus(deadline))
        .set(MAILING.STATE, MailingState.DUE.toString())
        .set(MAILING.NEXT_ATTEMPT_AT, now)
        .execute();
  }

  static Field<Integer> sourceId(SubscriptionId subscription) {
    return select(SOURCE.SOURCE_ID)
        .from(SOURCE)
        .where(SOURCE.NAME.eq(subscription.source()))
        .asField();
  }
}
