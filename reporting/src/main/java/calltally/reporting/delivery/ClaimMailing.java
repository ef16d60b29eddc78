package calltally.reporting.delivery;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.ledger.Tables.MAILING;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import calltally.reporting.delivery.subscription.SubscriptionId;
import calltally.reporting.report.DateRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * Claims the newest due mailing of these subscriptions, but never one that another claimer holds.
 */
record ClaimMailing(Collection<SubscriptionId> subscriptions, Instant now, Duration lease) {

  Optional<ClaimedMailing> run(DSLContext sql) {
    return sql.update(MAILING)
        .set(MAILING.STATE, MailingState.RENDERING.toString())
        .set(MAILING.FENCE, MAILING.FENCE.plus(1))
        .set(MAILING.ATTEMPTS, MAILING.ATTEMPTS.plus(1))
        .set(MAILING.LEASE_UNTIL, now.plus(lease))
        .from(SOURCE)
        .where(SOURCE.SOURCE_ID.eq(MAILING.SOURCE_ID))
        .and(row(MAILING.SOURCE_ID, MAILING.MAILING_ID).eq(waiting()))
        .returningResult(
            MAILING.SOURCE_ID,
            MAILING.MAILING_ID,
            SOURCE.NAME,
            MAILING.SUBSCRIPTION,
            MAILING.FROM_DATE,
            MAILING.UNTIL_DATE,
            MAILING.DUE_AT,
            MAILING.REVISION,
            MAILING.ATTEMPTS,
            MAILING.FENCE)
        .fetchOptional(
            row ->
                new ClaimedMailing(
                    new MailingId(row.value1(), row.value2()),
                    new SubscriptionId(row.value3(), row.value4()),
                    new DateRange(row.value5(), row.value6()),
                    row.value7(),
                    row.value8(),
                    row.value9(),
                    row.value10()));
  }

  private Select<Record2<Integer, Long>> waiting() {
    return select(MAILING.SOURCE_ID, MAILING.MAILING_ID)
        .from(MAILING)
        .join(SOURCE)
        .using(SOURCE.SOURCE_ID)
        .where(isSubscribed())
        .and(isDue().or(isAbandoned()))
        .orderBy(MAILING.DUE_AT.desc(), MAILING.MAILING_ID)
        .limit(1)
        .forUpdate()
        .of(MAILING)
        .skipLocked();
  }

  private Condition isSubscribed() {
    return row(SOURCE.NAME, MAILING.SUBSCRIPTION)
        .in(subscriptions.stream().map(id -> DSL.row(id.source(), id.key())).toList());
  }

  private Condition isDue() {
    return MAILING.STATE.eq(MailingState.DUE.toString()).and(MAILING.NEXT_ATTEMPT_AT.le(now));
  }

  private Condition isAbandoned() {
    return MAILING.STATE.eq(MailingState.RENDERING.toString()).and(MAILING.LEASE_UNTIL.le(now));
  }
}
