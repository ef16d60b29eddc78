package calltally.reporting.handover;

import static calltally.sql.jooq.ledger.Tables.CALLER_TASK;

import calltally.sql.jooq.ledger.tables.records.NewlyWaitingRecord;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;

/** Records that a caller is to become a task in a CRM. */
record InsertTask(NewlyWaitingRecord caller, long id, String receiver, Instant now) {

  /** How soon a caller is to be called back where no deadline is configured. */
  private static final Duration WITHOUT_DEADLINE = Duration.ofHours(1);

  void run(DSLContext sql) {
    Instant dueAt = caller.getDueAt();
    sql.insertInto(CALLER_TASK)
        .set(CALLER_TASK.SOURCE_ID, caller.getSourceId())
        .set(CALLER_TASK.CALLER_ID, id)
        .set(CALLER_TASK.RECEIVER, receiver)
        .set(CALLER_TASK.DETAILS, caller.getDetails())
        .set(CALLER_TASK.DUE_AT, dueAt == null ? now.plus(WITHOUT_DEADLINE) : dueAt)
        .set(CALLER_TASK.RECORDED_AT, now)
        .set(CALLER_TASK.CHANGED_AT, now)
        .set(CALLER_TASK.NEXT_ATTEMPT_AT, now)
        .onConflictDoNothing()
        .execute();
  }
}
