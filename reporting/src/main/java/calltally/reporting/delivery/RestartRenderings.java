package calltally.reporting.delivery;

import static calltally.sql.jooq.ledger.Tables.MAILING;

import java.time.Instant;
import org.jooq.DSLContext;

/**
 * Lets the reports of a source that are being made be made anew; whoever is at one finds its lease
 * gone. Waits for those that are being put into the archive at this moment.
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
