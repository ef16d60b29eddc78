package calltally.reporting.handover;

import static calltally.sql.jooq.ledger.Tables.CALLER_TASK;

import org.jooq.DSLContext;

/** Records that a task may exist from now on, before the CRM is asked to create it. */
record BeginTask(ClaimedTask task) {

  /** Whether the claim still holds; otherwise another service has the task. */
  boolean run(DSLContext sql) {
    return sql.update(CALLER_TASK)
            .set(CALLER_TASK.STATE, TaskState.UNKNOWN.toString())
            .set(CALLER_TASK.WRITTEN_REVISION, task.revision())
            .where(CALLER_TASK.SOURCE_ID.eq(task.key().sourceId()))
            .and(CALLER_TASK.CALLER_ID.eq(task.key().callerId()))
            .and(CALLER_TASK.RECEIVER.eq(task.key().receiver()))
            .and(CALLER_TASK.FENCE.eq(task.fence()))
            .execute()
        == 1;
  }
}
