package calltally.reporting.delivery;

import static calltally.sql.jooq.ledger.Tables.DELIVERY;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import calltally.reporting.mail.MailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record4;
import org.jooq.Select;

/** Claims the delivery that has waited longest for an attempt. */
record ClaimDelivery(Instant now, Duration lease) {

  Optional<ClaimedDelivery> run(DSLContext sql) {
    return sql.update(DELIVERY)
        .set(DELIVERY.FENCE, DELIVERY.FENCE.plus(1))
        .set(DELIVERY.ATTEMPTS, DELIVERY.ATTEMPTS.plus(1))
        .set(DELIVERY.LEASE_UNTIL, now.plus(lease))
        .where(
            row(DELIVERY.SOURCE_ID, DELIVERY.MAILING_ID, DELIVERY.REVISION, DELIVERY.RECIPIENT)
                .eq(waiting()))
        .returningResult(
            DELIVERY.SOURCE_ID,
            DELIVERY.MAILING_ID,
            DELIVERY.REVISION,
            DELIVERY.RECIPIENT,
            DELIVERY.RECIPIENT_NAME,
            DELIVERY.MESSAGE_ID,
            DELIVERY.SUBJECT,
            DELIVERY.ARCHIVE_PATH,
            DELIVERY.CREATED_AT,
            DELIVERY.ATTEMPTS,
            DELIVERY.LOST_ANSWERS,
            DELIVERY.WITHOUT_ATTACHMENTS,
            DELIVERY.FENCE)
        .fetchOptional(
            row ->
                new ClaimedDelivery(
                    new MailingId(row.value1(), row.value2()),
                    row.value3(),
                    new MailAddress(row.value4(), row.value5()),
                    row.value6(),
                    row.value7(),
                    row.value8(),
                    row.value9(),
                    row.value10(),
                    row.value11(),
                    row.value12(),
                    row.value13()));
  }

  private Select<Record4<Integer, Long, Integer, String>> waiting() {
    return select(DELIVERY.SOURCE_ID, DELIVERY.MAILING_ID, DELIVERY.REVISION, DELIVERY.RECIPIENT)
        .from(DELIVERY)
        .where(DELIVERY.NEXT_ATTEMPT_AT.le(now))
        .and(DELIVERY.STATE.ne(DeliveryState.SENDING.toString()))
        .and(DELIVERY.LEASE_UNTIL.isNull().or(DELIVERY.LEASE_UNTIL.le(now)))
        .orderBy(DELIVERY.NEXT_ATTEMPT_AT, DELIVERY.CREATED_AT, DELIVERY.RECIPIENT)
        .limit(1)
        .forUpdate()
        .skipLocked();
  }
}
