package calltally.reporting.delivery;

import static calltally.sql.jooq.ledger.Tables.DELIVERY;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import org.jooq.DSLContext;

/**
 * Deliveries whose sender is gone since it began to hand them over: the server may have them. Each
 * is sent once more, and after a second loss no more.
 */
record EndAbandonedDeliveries(Instant now) {

  private static final String ANSWER = "whoever sent it ended before the server had answered";
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
