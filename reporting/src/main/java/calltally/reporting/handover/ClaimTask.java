package calltally.reporting.handover;

import static calltally.sql.jooq.ledger.Tables.CALLER_TASK;
import static calltally.sql.jooq.ledger.Tables.PENDING_TASK;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.Select;

/** Claims the task of a CRM that has waited longest for an attempt. */
record ClaimTask(TaskReceiver receiver, Instant now) {

  /** Longer than one attempt takes; afterwards another service may make it. */
  static final Duration LEASE = Duration.ofMinutes(5);

  Optional<ClaimedTask> run(DSLContext sql) {
    return sql.update(CALLER_TASK)
        .set(CALLER_TASK.FENCE, CALLER_TASK.FENCE.plus(1))
        .set(CALLER_TASK.ATTEMPTS, CALLER_TASK.ATTEMPTS.plus(1))
        .set(CALLER_TASK.NEXT_ATTEMPT_AT, now.plus(LEASE))
        .where(
            row(CALLER_TASK.SOURCE_ID, CALLER_TASK.CALLER_ID, CALLER_TASK.RECEIVER).eq(pending()))
        .returningResult(CALLER_TASK.SOURCE_ID, CALLER_TASK.CALLER_ID, CALLER_TASK.RECEIVER)
        .fetchOptional(row -> new ClaimedTask.Key(row.value1(), row.value2(), row.value3()))
        .flatMap(key -> new SelectTask(key, receiver.masksNumbers()).run(sql));
  }

  /** Compared with {@code =}, so that it is evaluated once: each evaluation would claim another. */
  private Select<Record3<Integer, Long, String>> pending() {
    return select(CALLER_TASK.SOURCE_ID, CALLER_TASK.CALLER_ID, CALLER_TASK.RECEIVER)
        .from(CALLER_TASK)
        .join(PENDING_TASK)
        .using(CALLER_TASK.SOURCE_ID, CALLER_TASK.CALLER_ID, CALLER_TASK.RECEIVER)
        .where(CALLER_TASK.RECEIVER.eq(receiver.name()))
        .and(CALLER_TASK.STATE.notIn(TaskState.CLOSED.toString(), TaskState.FAILED.toString()))
        .and(CALLER_TASK.NEXT_ATTEMPT_AT.le(now))
        .orderBy(CALLER_TASK.NEXT_ATTEMPT_AT, CALLER_TASK.RECORDED_AT, CALLER_TASK.CALLER_ID)
        .limit(1)
        .forUpdate()
        .of(CALLER_TASK)
        .skipLocked();
  }
}
