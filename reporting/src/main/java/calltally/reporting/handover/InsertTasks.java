package calltally.reporting.handover;

import static calltally.sql.jooq.ledger.Tables.CALLER_TASK;
import static org.jooq.impl.DSL.row;

import calltally.sql.jooq.ledger.tables.records.NewlyWaitingRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * Records that callers are to become tasks in a CRM.
 *
 * @param callers by their numbers on record
 */
record InsertTasks(Map<Long, NewlyWaitingRecord> callers, String receiver, Instant now) {

  /** How soon a caller is to be called back where no deadline is configured. */
  private static final Duration WITHOUT_DEADLINE = Duration.ofHours(1);

  void run(DSLContext sql) {
    sql.insertInto(
            CALLER_TASK,
            CALLER_TASK.SOURCE_ID,
            CALLER_TASK.CALLER_ID,
            CALLER_TASK.RECEIVER,
            CALLER_TASK.DETAILS,
            CALLER_TASK.DUE_AT,
            CALLER_TASK.RECORDED_AT,
            CALLER_TASK.CHANGED_AT,
            CALLER_TASK.NEXT_ATTEMPT_AT)
        .valuesOfRows(
            callers.entrySet().stream()
                .map(
                    caller ->
                        row(
                            caller.getValue().getSourceId(),
                            caller.getKey(),
                            receiver,
                            caller.getValue().getDetails(),
                            dueAt(caller.getValue()),
                            now,
                            now,
                            now))
                .toList())
        .onConflictDoNothing()
        .execute();
  }

  private Instant dueAt(NewlyWaitingRecord caller) {
    Instant dueAt = caller.getDueAt();
    return dueAt == null ? now.plus(WITHOUT_DEADLINE) : dueAt;
  }
}
