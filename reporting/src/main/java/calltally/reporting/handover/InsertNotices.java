package calltally.reporting.handover;

import static calltally.sql.jooq.ledger.Tables.CALLER_NOTICE;

import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * Records that channels are to be notified of a caller.
 *
 * @param channels each with whether numbers are masked
 */
record InsertNotices(
    int sourceId, long caller, CallerKind kind, Map<String, Boolean> channels, Instant now) {

  void run(DSLContext sql) {
    channels.forEach(
        (channel, masksNumbers) ->
            sql.insertInto(CALLER_NOTICE)
                .set(CALLER_NOTICE.SOURCE_ID, sourceId)
                .set(CALLER_NOTICE.CALLER_ID, caller)
                .set(CALLER_NOTICE.KIND, kind.toString())
                .set(CALLER_NOTICE.CHANNEL, channel)
                .set(CALLER_NOTICE.MASK_NUMBERS, masksNumbers)
                .set(CALLER_NOTICE.RECORDED_AT, now)
                .onConflictDoNothing()
                .execute());
  }
}
