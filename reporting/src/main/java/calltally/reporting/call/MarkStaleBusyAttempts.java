package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.ATTEMPT;
import static calltally.sql.jooq.calls.Tables.ENGAGEMENT;
import static calltally.sql.jooq.calls.Tables.STALE_BUSY_ATTEMPT;
import static calltally.sql.jooq.calls.Tables.STALE_CALL;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectFrom;

import calltally.reporting.call.fold.AttemptOutcome;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record3;
import org.jooq.SelectSelectStep;
import org.jooq.Table;
import org.jooq.types.YearToSecond;

/**
 * Marks the busy attempts of the stale calls, and those that these may explain.
 *
 * <p>Call by call, as no plan for all at once is good before the tables are analyzed.
 */
final class MarkStaleBusyAttempts {

  private static final Field<YearToSecond> TOLERANCE =
      inline(YearToSecond.valueOf(Duration.ofSeconds(1)));

  private static final Field<Instant> RANG_AT = coalesce(ATTEMPT.STARTED_AT, ATTEMPT.ENDED_AT);

  private static final Param<String> BUSY = inline(AttemptOutcome.BUSY.text());

  private final DSLContext sql;

  MarkStaleBusyAttempts(DSLContext sql) {
    this.sql = sql;
  }

  /** Marks them as they stand; returns how many were not marked before. */
  int run() {
    Table<?> ofCall = attemptsOfStaleCall();
    Table<?> engagement = engagementsOfStaleCall();
    Table<?> meanwhile = busyDuring(engagement);
    return sql.insertInto(STALE_BUSY_ATTEMPT)
        .columns(STALE_BUSY_ATTEMPT.fields())
        .select(
            keysOf(ofCall)
                .from(STALE_CALL)
                .crossJoin(ofCall)
                .where(ofCall.field(ATTEMPT.OUTCOME).eq(BUSY))
                .union(
                    keysOf(meanwhile).from(STALE_CALL).crossJoin(engagement).crossJoin(meanwhile)))
        .onConflictDoNothing()
        .execute();
  }

  /** Busy or not: to find busy ones, the index of all busy ones would be read for each call. */
  private static Table<?> attemptsOfStaleCall() {
    return lateral(
            selectFrom(ATTEMPT)
                .where(ATTEMPT.SOURCE_ID.eq(STALE_CALL.SOURCE_ID))
                .and(ATTEMPT.PBX_ID.eq(STALE_CALL.PBX_ID))
                .offset(inline(0)))
        .as("attempt_of_call");
  }

  private static Table<?> engagementsOfStaleCall() {
    return lateral(
            selectFrom(ENGAGEMENT)
                .where(ENGAGEMENT.SOURCE_ID.eq(STALE_CALL.SOURCE_ID))
                .and(ENGAGEMENT.PBX_ID.eq(STALE_CALL.PBX_ID))
                .offset(inline(0)))
        .as("engagement_of_call");
  }

  private static Table<?> busyDuring(Table<?> engagement) {
    Field<Instant> from = engagement.field(ENGAGEMENT.ENGAGED_FROM).minus(TOLERANCE);
    Field<Instant> until = engagement.field(ENGAGEMENT.ENGAGED_UNTIL).plus(TOLERANCE);
    return lateral(
            selectFrom(ATTEMPT)
                .where(ATTEMPT.SOURCE_ID.eq(engagement.field(ENGAGEMENT.SOURCE_ID)))
                .and(ATTEMPT.MANAGER.eq(engagement.field(ENGAGEMENT.MANAGER)))
                .and(ATTEMPT.OUTCOME.eq(BUSY))
                .and(RANG_AT.between(from, until))
                .offset(inline(0)))
        .as("busy_attempt_meanwhile");
  }

  private static SelectSelectStep<Record3<Integer, String, Integer>> keysOf(Table<?> attempts) {
    return select(
        attempts.field(ATTEMPT.SOURCE_ID),
        attempts.field(ATTEMPT.PBX_ID),
        attempts.field(ATTEMPT.ATTEMPT_NO));
  }
}
