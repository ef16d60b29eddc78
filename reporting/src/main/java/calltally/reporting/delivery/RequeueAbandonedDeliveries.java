package calltally.reporting.delivery;

import static calltally.sql.jooq.ledger.Tables.DELIVERY;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import org.jooq.DSLContext;

/**
 * Ends deliveries whose sender died while sending: the server may have the mail. Each is sent once
 * more, and after a second loss never again.
 */
record RequeueAbandonedDeliveries(Instant now) {

  private static final String ANSWER = "the sender stopped before the server replied";
  private static final short ONE = 1;

  void run(DSLContext sql) {
    sql.update(DELIVERY)
        .set(DELIVERY.STATE, DeliveryState.UNCERTAIN.toString())
        .set(DELIVERY.LOST_ANSWERS, DELIVERY.LOST_ANSWERS.plus(ONE))
        .set(DELIVERY.NEXT_ATTEMPT_AT, when(DELIVERY.LOST_ANSWERS.eq((short) 0), val(now)))
        .set(DELIVERY.ENDED_AT, when(DELIVERY.LOST_ANSWERS.ne((short) 0), val(now)))
        .setNull(DELIVERY.LEASE_UNTIL)
        .set(DELIVERY.ANSWER, ANSWER)
        .where(DELIVERY.STATE.eq(DeliveryState.SENDING.toString()))
        .and(DELIVERY.LEASE_UNTIL.le(now))
        .execute();
  }
}
