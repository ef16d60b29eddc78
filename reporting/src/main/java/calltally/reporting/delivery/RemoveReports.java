package calltally.reporting.delivery;

import static calltally.sql.jooq.journal.Tables.DELETION_LOG;
import static calltally.sql.jooq.ledger.Tables.DELIVERY;
import static calltally.sql.jooq.ledger.Tables.MAILING;
import static calltally.sql.jooq.ledger.Tables.REMOVED_REPORT;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

/** Records that reports are removed from the archive and will reach nobody. */
record RemoveReports(int sourceId, List<ArchivedReport> reports, Instant now) {

  /** The ledger's answer for a copy that was not sent. */
  static final String REASON =
      "its report was removed at a customer's request: report --resend makes it again without them";

  /** Returns how many copies were still waiting to be mailed. */
  int run(DSLContext sql) {
    int removed = 0;
    int unsent = 0;
    for (ArchivedReport archived : reports) {
      removed += remove(archived, sql);
      unsent += stop(archived, sql);
    }
    if (removed > 0) {
      sql.insertInto(
              DELETION_LOG, DELETION_LOG.SOURCE_ID, DELETION_LOG.KIND, DELETION_LOG.AFFECTED_ROWS)
          .values(sourceId, "reports removed", (long) removed)
          .execute();
    }
    return unsent;
  }

  private int remove(ArchivedReport archived, DSLContext sql) {
    long mailing = archived.mailing().orElse(0);
    return sql.insertInto(
            REMOVED_REPORT,
            REMOVED_REPORT.SOURCE_ID,
            REMOVED_REPORT.ARCHIVE_PATH,
            REMOVED_REPORT.MAILING_ID,
            REMOVED_REPORT.REMOVED_AT)
        .select(
            sql.select(MAILING.SOURCE_ID, val(archived.path()), MAILING.MAILING_ID, val(now))
                .from(MAILING)
                .where(MAILING.SOURCE_ID.eq(sourceId))
                .and(MAILING.MAILING_ID.eq(mailing)))
        .onConflictDoNothing()
        .execute();
  }

  /** A copy that is being sent at this moment can no longer be stopped. */
  private int stop(ArchivedReport archived, DSLContext sql) {
    return sql.update(DELIVERY)
        .set(
            DELIVERY.STATE,
            when(
                    DELIVERY.STATE.eq(DeliveryState.WAITING.toString()),
                    inline(DeliveryState.FAILED.toString()))
                .otherwise(DELIVERY.STATE))
        .set(DELIVERY.ANSWER, REASON)
        .set(DELIVERY.FENCE, DELIVERY.FENCE.plus(1))
        .set(DELIVERY.ENDED_AT, now)
        .setNull(DELIVERY.NEXT_ATTEMPT_AT)
        .setNull(DELIVERY.LEASE_UNTIL)
        .where(DELIVERY.SOURCE_ID.eq(sourceId))
        .and(DELIVERY.ARCHIVE_PATH.eq(archived.path()))
        .and(DELIVERY.STATE.ne(DeliveryState.SENDING.toString()))
        .and(DELIVERY.NEXT_ATTEMPT_AT.isNotNull())
        .execute();
  }

  /** Whether the report of a delivery was removed. */
  static boolean hasTaken(ClaimedDelivery delivery, DSLContext sql) {
    return sql.fetchValue(
        exists(
            selectOne()
                .from(REMOVED_REPORT)
                .where(REMOVED_REPORT.SOURCE_ID.eq(delivery.mailing().sourceId()))
                .and(REMOVED_REPORT.ARCHIVE_PATH.eq(delivery.archivePath()))));
  }
}
