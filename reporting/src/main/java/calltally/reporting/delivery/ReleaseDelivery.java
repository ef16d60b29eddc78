package calltally.reporting.delivery;

import static calltally.sql.jooq.ledger.Tables.DELIVERY;

import org.jooq.DSLContext;

/**
 * Ends the lease of a delivery that its holder cannot send before the process ends. The holder can
 * no longer begin; one that is sending keeps the lease, since the server may have the mail.
 */
record ReleaseDelivery(ClaimedDelivery delivery) {

  void run(DSLContext sql) {
    sql.update(DELIVERY)
        .set(DELIVERY.FENCE, DELIVERY.FENCE.plus(1))
        .setNull(DELIVERY.LEASE_UNTIL)
        .where(DELIVERY.SOURCE_ID.eq(delivery.mailing().sourceId()))
        .and(DELIVERY.MAILING_ID.eq(delivery.mailing().mailingId()))
        .and(DELIVERY.REVISION.eq(delivery.revision()))
        .and(DELIVERY.RECIPIENT.eq(delivery.recipient().address()))
        .and(DELIVERY.FENCE.eq(delivery.fence()))
        .and(DELIVERY.STATE.ne(DeliveryState.SENDING.toString()))
        .execute();
  }
}
