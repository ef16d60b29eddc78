package calltally.reporting.delivery;

import static calltally.sql.jooq.ledger.Tables.DELIVERY;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;

/**
 * Gives up deliveries that have waited too long for their server. They cost no attempts, so that
 * nothing else would end them, and nobody wants a week of daily reports at once.
 */
record EndOverdueDeliveries(Instant now) {

  private static final Duration LONGEST = Duration.ofDays(2);
  private static final String ANSWER = "given up after 2 days without the mail server";

  void run(DSLContext sql) {
    sql.update(DELIVERY)
        .set(
            DELIVERY.STATE,
            when(DELIVERY.LOST_ANSWERS.eq((short) 0), DeliveryState.FAILED.toString())
                .otherwise(DeliveryState.UNCERTAIN.toString()))
        .set(
            DELIVERY.ANSWER,
            when(DELIVERY.ANSWER.isNull(), inline(ANSWER))
                .otherwise(concat(val(ANSWER + "; "), DELIVERY.ANSWER)))
        .set(DELIVERY.ENDED_AT, now)
        .setNull(DELIVERY.NEXT_ATTEMPT_AT)
        .setNull(DELIVERY.LEASE_UNTIL)
        .where(DELIVERY.NEXT_ATTEMPT_AT.le(now))
        .and(DELIVERY.STATE.ne(DeliveryState.SENDING.toString()))
        .and(DELIVERY.LEASE_UNTIL.isNull().or(DELIVERY.LEASE_UNTIL.le(now)))
        .and(DELIVERY.CREATED_AT.lt(now.minus(LONGEST)))
        .execute();
  }
}
