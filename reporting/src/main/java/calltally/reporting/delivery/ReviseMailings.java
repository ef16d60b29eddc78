package calltally.reporting.delivery;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.ledger.Tables.MAILING;

import calltally.reporting.delivery.subscription.SubscriptionId;
import calltally.reporting.report.DateRange;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;

/** Makes the finished mailings of these dates due again. */
record ReviseMailings(Collection<SubscriptionId> subscriptions, DateRange dates, Instant now) {

  private static final List<String> OVER =
      List.of(
          MailingState.RENDERED.toString(),
          MailingState.EMPTY.toString(),
          MailingState.FAILED.toString(),
          MailingState.SKIPPED.toString(),
          MailingState.WITHDRAWN.toString());

  /** Returns those that are due again, each in its next revision. */
  List<MailingId> run(DSLContext sql) {
    return sql.update(MAILING)
        .set(MAILING.REVISION, MAILING.REVISION.plus(1))
        .set(MAILING.STATE, MailingState.DUE.toString())
        .set(MAILING.ATTEMPTS, 0)
        .set(MAILING.NEXT_ATTEMPT_AT, now)
        .setNull(MAILING.REASON)
        .from(SOURCE)
        .where(SOURCE.SOURCE_ID.eq(MAILING.SOURCE_ID))
        .and(SubscriptionId.isAnyOf(subscriptions, SOURCE.NAME, MAILING.SUBSCRIPTION))
        .and(MAILING.FROM_DATE.lt(dates.until()))
        .and(MAILING.UNTIL_DATE.gt(dates.from()))
        .and(MAILING.STATE.in(OVER))
        .returningResult(MAILING.SOURCE_ID, MAILING.MAILING_ID)
        .fetch(row -> new MailingId(row.value1(), row.value2()));
  }
}
