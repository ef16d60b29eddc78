package calltally.reporting.delivery;

import static calltally.sql.jooq.ledger.Tables.MAILING;

import calltally.reporting.report.CustomerNumbers;
import calltally.sql.jooq.ledger.tables.records.MailingRecord;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;

/**
 * Records the result of making a mailing's report, unless another dispatcher has claimed the
 * mailing.
 *
 * @param details further columns of the new state
 */
record EndRendering(
    ClaimedMailing mailing,
    MailingState state,
    UnaryOperator<UpdateSetMoreStep<MailingRecord>> details) {

  /**
   * The report is in the archive.
   *
   * @param runId of the report
   * @param path of its folder in the archive
   * @param numbers as its files show them
   */
  static EndRendering rendered(
      ClaimedMailing mailing, long runId, String path, CustomerNumbers numbers) {
    return new EndRendering(
        mailing,
        MailingState.RENDERED,
        set ->
            set.set(MAILING.RUN_ID, runId)
                .set(MAILING.ARCHIVE_PATH, path)
                .set(MAILING.MASKED, numbers == CustomerNumbers.MASKED)
                .setNull(MAILING.REASON));
  }

  static EndRendering empty(ClaimedMailing mailing) {
    return new EndRendering(mailing, MailingState.EMPTY, set -> set.setNull(MAILING.REASON));
  }

  static EndRendering failed(ClaimedMailing mailing, String reason) {
    return new EndRendering(mailing, MailingState.FAILED, set -> set.set(MAILING.REASON, reason));
  }

  static EndRendering postponed(ClaimedMailing mailing, Instant until, String reason) {
    return new EndRendering(
        mailing,
        MailingState.DUE,
        set -> set.set(MAILING.NEXT_ATTEMPT_AT, until).set(MAILING.REASON, reason));
  }

  void run(DSLContext sql) {
    int rows =
        details
            .apply(
                sql.update(MAILING)
                    .set(MAILING.STATE, state.toString())
                    .setNull(MAILING.LEASE_UNTIL)
                    .setNull(MAILING.NEXT_ATTEMPT_AT))
            .where(MAILING.SOURCE_ID.eq(mailing.id().sourceId()))
            .and(MAILING.MAILING_ID.eq(mailing.id().mailingId()))
            .and(MAILING.FENCE.eq(mailing.fence()))
            .and(MAILING.STATE.eq(MailingState.RENDERING.toString()))
            .execute();
    if (rows == 0) {
      throw new LeaseLostException("mailing", mailing.id());
    }
  }
}
