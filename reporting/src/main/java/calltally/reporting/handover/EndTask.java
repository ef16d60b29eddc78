package calltally.reporting.handover;

import static calltally.sql.jooq.ledger.Tables.CALLER_TASK;
import static org.jooq.impl.DSL.val;

import calltally.reporting.mail.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Records what became of an attempt at a task, unless another service has claimed it since. */
record EndTask(ClaimedTask task, TaskResult result, Instant now) {

  private static final int LONGEST_ANSWER = 300;

  /** A request of which the answer was lost may be carried out a minute later. */
  private static final Duration UNTIL_CERTAIN = Duration.ofMinutes(2);

  private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

  void run(DSLContext sql) {
    boolean isDone = result.failure() == null;
    Optional<Instant> next = isDone ? Optional.of(now) : next();
    sql.update(CALLER_TASK)
        .set(CALLER_TASK.STATE, (next.isPresent() ? result.state() : TaskState.FAILED).toString())
        .set(CALLER_TASK.TASK, result.id())
        .set(
            CALLER_TASK.WRITTEN_REVISION,
            result.isWritten() ? val(task.revision()) : CALLER_TASK.WRITTEN_REVISION)
        .set(CALLER_TASK.ATTEMPTS, isDone ? 0 : task.attempts())
        .set(CALLER_TASK.NEXT_ATTEMPT_AT, next.orElse(now))
        .set(CALLER_TASK.ANSWER, answer())
        .where(CALLER_TASK.SOURCE_ID.eq(task.key().sourceId()))
        .and(CALLER_TASK.CALLER_ID.eq(task.key().callerId()))
        .and(CALLER_TASK.RECEIVER.eq(task.key().receiver()))
        .and(CALLER_TASK.FENCE.eq(task.fence()))
        .execute();
  }

  /** A task that may exist is never given up: nobody would close it. */
  private Optional<Instant> next() {
    Optional<Instant> next = Backoff.TWO_DAYS.next(task.attempts(), now, wait(result.failure()));
    return result.state() == TaskState.UNKNOWN
        ? next.or(() -> Optional.of(now.plus(BETWEEN_LOOKS)))
        : next;
  }

  private static @Nullable Duration wait(@Nullable CrmAnswer failure) {
    if (!(failure instanceof CrmAnswer.Unavailable unavailable)) {
      return null;
    }
    return unavailable.mayHaveActed() ? UNTIL_CERTAIN : unavailable.retryAfter();
  }

  private String answer() {
    return result.words().substring(0, Math.min(LONGEST_ANSWER, result.words().length()));
  }
}
