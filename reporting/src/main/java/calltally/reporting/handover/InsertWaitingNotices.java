package calltally.reporting.handover;

import static calltally.sql.jooq.ledger.Tables.CALLER_NOTICE;
import static org.jooq.impl.DSL.row;

import calltally.reporting.handover.CallerReceivers.Hook;
import calltally.sql.jooq.ledger.tables.records.NewlyWaitingRecord;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * Records that a program is to be notified of callers who wait.
 *
 * @param callers by their numbers on record
 */
record InsertWaitingNotices(Map<Long, NewlyWaitingRecord> callers, Hook hook, Instant now) {

  void run(DSLContext sql) {
    sql.insertInto(
            CALLER_NOTICE,
            CALLER_NOTICE.SOURCE_ID,
            CALLER_NOTICE.CALLER_ID,
            CALLER_NOTICE.KIND,
            CALLER_NOTICE.CHANNEL,
            CALLER_NOTICE.MASK_NUMBERS,
            CALLER_NOTICE.RECORDED_AT)
        .valuesOfRows(
            callers.entrySet().stream()
                .map(
                    caller ->
                        row(
                            caller.getValue().getSourceId(),
                            caller.getKey(),
                            CallerKind.WAITING.toString(),
                            hook.name(),
                            hook.masksNumbers(),
                            now))
                .toList())
        .onConflictDoNothing()
        .execute();
  }
}
