package calltally.reporting.handover;

import static calltally.sql.jooq.ledger.Tables.CALLER_MESSAGE;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import calltally.sql.jooq.ledger.Routines;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;

/**
 * Claims the message to a channel that has waited longest.
 *
 * @param isDigest whether it waits for the hours of its lines
 */
record ClaimMessage(String channel, boolean isDigest, Instant now) {

  /** Longer than one attempt takes; afterwards another service may try. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  Optional<CallerMessage> run(DSLContext sql) {
    return sql.update(CALLER_MESSAGE)
        .set(CALLER_MESSAGE.ATTEMPTS, CALLER_MESSAGE.ATTEMPTS.plus(1))
        .set(CALLER_MESSAGE.NEXT_ATTEMPT_AT, now.plus(LEASE))
        .where(CALLER_MESSAGE.MESSAGE_ID.eq(due()))
        .returning()
        .fetchOptional()
        .map(
            claimed ->
                new CallerMessage(
                    claimed.getMessageId(),
                    channel,
                    claimed.getCreatedAt(),
                    claimed.getAttempts(),
                    new SelectNotifiedCallers(claimed.getMessageId()).run(sql)));
  }

  /** Compared with {@code =}, so that it is evaluated once: each evaluation would claim another. */
  private Select<Record1<Long>> due() {
    return select(CALLER_MESSAGE.MESSAGE_ID)
        .from(CALLER_MESSAGE)
        .where(CALLER_MESSAGE.CHANNEL.eq(channel))
        .and(CALLER_MESSAGE.NEXT_ATTEMPT_AT.le(now))
        .and(
            isDigest
                ? not(Routines.isQuietMessage(CALLER_MESSAGE.MESSAGE_ID, val(now)))
                : noCondition())
        .orderBy(CALLER_MESSAGE.NEXT_ATTEMPT_AT, CALLER_MESSAGE.MESSAGE_ID)
        .limit(1)
        .forUpdate()
        .skipLocked();
  }
}
