package calltally.reporting.handover;

import static calltally.sql.jooq.ledger.Tables.CALLER_TASK;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.Select;

/** Claims the task of a CRM that has waited longest for an attempt. */
record ClaimTask(TaskReceiver receiver, Instant now) {

  /** Longer than one attempt takes; afterwards another service may make it. */
  static final Duration LEASE = Duration.ofMinutes(5);

  /** The condition of an index, written as there: parameters would keep it from being used. */
  private static final Condition IS_PENDING =
      CALLER_TASK
          .STATE
          .in(inline(TaskState.DUE.toString()), inline(TaskState.UNKNOWN.toString()))
          .or(
              CALLER_TASK
                  .STATE
                  .in(inline(TaskState.OPEN.toString()), inline(TaskState.UPDATED.toString()))
                  .and(CALLER_TASK.WRITTEN_REVISION.lt(CALLER_TASK.REVISION)));

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
        .where(IS_PENDING)
        .and(CALLER_TASK.RECEIVER.eq(receiver.name()))
        .and(CALLER_TASK.NEXT_ATTEMPT_AT.le(now))
        .orderBy(CALLER_TASK.NEXT_ATTEMPT_AT, CALLER_TASK.RECORDED_AT, CALLER_TASK.CALLER_ID)
        .limit(1)
        .forUpdate()
        .skipLocked();
  }
}
