package calltally.reporting.delivery;

import static calltally.sql.jooq.ledger.Tables.MAILING;

import calltally.reporting.delivery.subscription.SubscriptionId;
import calltally.reporting.report.DateRange;
import java.time.Instant;
import org.jooq.DSLContext;

/** Records that the reports of some dates will never be made. */
record InsertSkippedMailing(
    SubscriptionId subscription, DateRange dates, String reason, Instant now) {

  void run(DSLContext sql) {
    sql.insertInto(MAILING)
        .set(MAILING.SOURCE_ID, InsertMailing.sourceId(subscription))
        .set(MAILING.SUBSCRIPTION, subscription.key())
        .set(MAILING.FROM_DATE, dates.from())
        .set(MAILING.UNTIL_DATE, dates.until())
        .set(MAILING.DUE_AT, now)
        .set(MAILING.DEADLINE, now)
        .set(MAILING.STATE, MailingState.SKIPPED.toString())
        .set(MAILING.REASON, reason)
        .execute();
  }
}
