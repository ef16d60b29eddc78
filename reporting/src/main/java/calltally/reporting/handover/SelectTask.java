package calltally.reporting.handover;

import static calltally.reporting.handover.CallerRow.CUSTOMER;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.ledger.Tables.CALLER_TASK;
import static calltally.sql.jooq.ledger.Tables.WAITING_CALLER;

import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** A task with its caller; empty once the caller has been erased. */
record SelectTask(ClaimedTask.Key key, boolean masksNumbers) {

  Optional<ClaimedTask> run(DSLContext sql) {
    return sql.select(CUSTOMER, SOURCE.NAME, SOURCE.ZONE)
        .select(CALLER_TASK.fields())
        .select(WAITING_CALLER.fields())
        .from(CALLER_TASK)
        .join(WAITING_CALLER)
        .on(WAITING_CALLER.SOURCE_ID.eq(CALLER_TASK.SOURCE_ID))
        .and(WAITING_CALLER.CALLER_ID.eq(CALLER_TASK.CALLER_ID))
        .join(SOURCE)
        .on(SOURCE.SOURCE_ID.eq(CALLER_TASK.SOURCE_ID))
        .where(CALLER_TASK.SOURCE_ID.eq(key.sourceId()))
        .and(CALLER_TASK.CALLER_ID.eq(key.callerId()))
        .and(CALLER_TASK.RECEIVER.eq(key.receiver()))
        .fetchOptional(this::task);
  }

  private ClaimedTask task(Record row) {
    return new ClaimedTask(
        key,
        mark(row),
        TaskState.parse(row.get(CALLER_TASK.STATE)),
        row.get(CALLER_TASK.REVISION),
        row.get(CALLER_TASK.TASK),
        row.get(CALLER_TASK.DUE_AT),
        row.get(CALLER_TASK.ATTEMPTS),
        row.get(CALLER_TASK.FENCE),
        row.get(WAITING_CALLER.DEPARTMENT),
        caller(row));
  }

  private String mark(Record row) {
    return TaskMark.of(
        row.get(SOURCE.NAME),
        row.get(WAITING_CALLER.CUSTOMER_KEY),
        row.get(WAITING_CALLER.PBX_ID),
        key.receiver());
  }

  private NotifiedCaller caller(Record row) {
    boolean isSettled = row.get(WAITING_CALLER.SETTLED_AS) != null;
    return new CallerRow(
            row,
            isSettled ? CallerKind.SETTLED : CallerKind.WAITING,
            row.get(CALLER_TASK.DETAILS),
            masksNumbers)
        .caller();
  }
}
