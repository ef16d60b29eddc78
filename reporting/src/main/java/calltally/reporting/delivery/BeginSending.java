package calltally.reporting.delivery;

import static calltally.sql.jooq.ledger.Tables.DELIVERY;

import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;

/** Records that the mail itself is being sent, if the lease still holds, and renews the lease. */
record BeginSending(ClaimedDelivery delivery, Instant now, Duration lease) {

  /** Whether the mail may be sent. */
  boolean run(DSLContext sql) {
    return sql.update(DELIVERY)
            .set(DELIVERY.STATE, DeliveryState.SENDING.toString())
            .set(DELIVERY.LEASE_UNTIL, now.plus(lease))
            .where(DELIVERY.SOURCE_ID.eq(delivery.mailing().sourceId()))
            .and(DELIVERY.MAILING_ID.eq(delivery.mailing().mailingId()))
            .and(DELIVERY.REVISION.eq(delivery.revision()))
            .and(DELIVERY.RECIPIENT.eq(delivery.recipient().address()))
            .and(DELIVERY.FENCE.eq(delivery.fence()))
            .and(DELIVERY.LEASE_UNTIL.gt(now))
            .execute()
        == 1;
  }
}
