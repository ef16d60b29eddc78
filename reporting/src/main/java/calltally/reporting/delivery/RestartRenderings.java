package calltally.reporting.delivery;

import static calltally.sql.jooq.ledger.Tables.MAILING;

import java.time.Instant;
import org.jooq.DSLContext;

/**
 * Makes the reports of a source that are in progress start over; their makers lose the lease. Waits
 * for those that are being archived at this moment.
 */
record RestartRenderings(int sourceId, Instant now) {

  void run(DSLContext sql) {
    sql.update(MAILING)
        .set(MAILING.STATE, MailingState.DUE.toString())
        .set(MAILING.FENCE, MAILING.FENCE.plus(1))
        .set(MAILING.NEXT_ATTEMPT_AT, now)
        .setNull(MAILING.LEASE_UNTIL)
        .where(MAILING.SOURCE_ID.eq(sourceId))
        .and(MAILING.STATE.eq(MailingState.RENDERING.toString()))
        .execute();
  }
}
