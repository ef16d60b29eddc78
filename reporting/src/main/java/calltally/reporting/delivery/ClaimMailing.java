package calltally.reporting.delivery;

import static calltally.sql.jooq.ledger.Tables.MAILING;
import static org.jooq.impl.DSL.select;

import calltally.reporting.delivery.SelectWaitingMailings.WaitingMailing;
import calltally.reporting.report.DateRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;

/** Claims a mailing that is waiting, unless another claimer holds it or has made it. */
record ClaimMailing(WaitingMailing mailing, Instant now, Duration lease) {

  Optional<ClaimedMailing> run(DSLContext sql) {
    return sql.update(MAILING)
        .set(MAILING.STATE, MailingState.RENDERING.toString())
        .set(MAILING.FENCE, MAILING.FENCE.plus(1))
        .set(MAILING.ATTEMPTS, MAILING.ATTEMPTS.plus(1))
        .set(MAILING.LEASE_UNTIL, now.plus(lease))
        .where(MAILING.SOURCE_ID.eq(mailing.id().sourceId()))
        .and(MAILING.MAILING_ID.eq(waiting()))
        .returningResult(
            MAILING.FROM_DATE,
            MAILING.UNTIL_DATE,
            MAILING.DUE_AT,
            MAILING.REVISION,
            MAILING.ATTEMPTS,
            MAILING.FENCE)
        .fetchOptional(
            row ->
                new ClaimedMailing(
                    mailing.id(),
                    mailing.subscription(),
                    new DateRange(row.value1(), row.value2()),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6()));
  }

  private Select<Record1<Long>> waiting() {
    return select(MAILING.MAILING_ID)
        .from(MAILING)
        .where(MAILING.SOURCE_ID.eq(mailing.id().sourceId()))
        .and(MAILING.MAILING_ID.eq(mailing.id().mailingId()))
        .and(SelectWaitingMailings.isWaiting(now))
        .forUpdate()
        .skipLocked();
  }
}
