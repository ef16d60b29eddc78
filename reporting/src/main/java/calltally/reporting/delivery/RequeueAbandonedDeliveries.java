package calltally.reporting.delivery;

import static calltally.sql.jooq.ledger.Tables.DELIVERY;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import calltally.reporting.mail.Backoff;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;

/**
 * Ends deliveries whose sender died while sending: the server may have the mail. Each is sent once
 * more, and after a second loss never again.
 *
 * <p>What a clock that was ahead has dated waits no longer than what is dated now.
 *
 * @param lease the longest one
 */
record RequeueAbandonedDeliveries(Instant now, Duration lease) {

  private static final String ANSWER = "the sender stopped before the server replied";
  private static final short ONE = 1;

  /** Others may have read the clock a little later. */
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  void run(DSLContext sql) {
    pullBack(sql);
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

  /** A lease is not ended, only cut: its holder may be sending. */
  private void pullBack(DSLContext sql) {
    sql.update(DELIVERY)
        .set(DELIVERY.LEASE_UNTIL, now.plus(lease))
        .where(DELIVERY.LEASE_UNTIL.gt(now.plus(lease).plus(TOLERANCE)))
        .and(DELIVERY.NEXT_ATTEMPT_AT.isNotNull())
        .execute();
    sql.update(DELIVERY)
        .set(DELIVERY.NEXT_ATTEMPT_AT, now)
        .where(DELIVERY.NEXT_ATTEMPT_AT.gt(now.plus(Backoff.LONGEST).plus(TOLERANCE)))
        .execute();
  }
}
