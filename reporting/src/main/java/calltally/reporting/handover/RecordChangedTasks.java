package calltally.reporting.handover;

import static calltally.sql.jooq.ledger.Tables.CALLER_TASK;
import static calltally.sql.jooq.ledger.Tables.CHANGED_TASK;

import calltally.sql.jooq.ledger.tables.records.ChangedTaskRecord;
import java.time.Instant;
import org.jooq.DSLContext;

/** Records that tasks are to state later missed calls. */
record RecordChangedTasks(Instant now) {

  void run(DSLContext sql) {
    sql.selectFrom(CHANGED_TASK(now)).fetch().forEach(task -> record(task, sql));
  }

  private void record(ChangedTaskRecord task, DSLContext sql) {
    sql.update(CALLER_TASK)
        .set(CALLER_TASK.DETAILS, task.getDetails())
        .set(CALLER_TASK.REVISION, CALLER_TASK.REVISION.plus(1))
        .set(CALLER_TASK.CHANGED_AT, now)
        .where(CALLER_TASK.SOURCE_ID.eq(task.getSourceId()))
        .and(CALLER_TASK.CALLER_ID.eq(task.getCallerId()))
        .and(CALLER_TASK.RECEIVER.eq(task.getReceiver()))
        .and(CALLER_TASK.DETAILS.ne(task.getDetails()))
        .execute();
  }
}
