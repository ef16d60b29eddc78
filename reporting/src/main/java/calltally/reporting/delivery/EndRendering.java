package calltally.reporting.delivery;

import static calltally.sql.jooq.ledger.Tables.MAILING;

import calltally.sql.jooq.ledger.tables.records.MailingRecord;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;

/** Writes down what became of a mailing's report, unless somebody else has taken the mailing. */
record EndRendering(Mailing mailing, Instant now) {

  /**
   * It lies in the archive.
   *
   * @param runId of the report
   * @param path of its folder in the archive
   */
  void rendered(long runId, String path, DSLContext sql) {
    end(
        ended(MailingState.RENDERED, sql)
            .set(MAILING.RUN_ID, runId)
            .set(MAILING.ARCHIVE_PATH, path)
            .setNull(MAILING.REASON));
  }

  void empty(DSLContext sql) {
    end(ended(MailingState.EMPTY, sql).setNull(MAILING.REASON));
  }

  void failed(String reason, DSLContext sql) {
    end(ended(MailingState.FAILED, sql).set(MAILING.REASON, reason));
  }

  void postponed(Instant until, String reason, DSLContext sql) {
    end(
        ended(MailingState.DUE, sql)
            .set(MAILING.NEXT_ATTEMPT_AT, until)
            .set(MAILING.REASON, reason));
  }

  private UpdateSetMoreStep<MailingRecord> ended(MailingState state, DSLContext sql) {
    return sql.update(MAILING)
        .set(MAILING.STATE, state.toString())
        .setNull(MAILING.LEASE_UNTIL)
        .setNull(MAILING.NEXT_ATTEMPT_AT);
  }

  private void end(UpdateSetMoreStep<MailingRecord> ended) {
    int rows =
        ended
            .where(MAILING.SOURCE_ID.eq(mailing.id().sourceId()))
            .and(MAILING.MAILING_ID.eq(mailing.id().mailingId()))
            .and(MAILING.FENCE.eq(mailing.fence()))
            .and(MAILING.STATE.eq(MailingState.RENDERING.toString()))
            .execute();
    if (rows == 0) {
      throw new LeaseLost("mailing", mailing.id());
    }
  }
}
