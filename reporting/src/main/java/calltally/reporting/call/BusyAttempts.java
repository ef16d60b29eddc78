package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.ATTEMPT;
import static calltally.sql.jooq.calls.Tables.ENGAGEMENT;
import static calltally.sql.jooq.calls.Tables.JUDGED_BUSY_ATTEMPT;
import static calltally.sql.jooq.calls.Tables.STALE_BUSY_ATTEMPT;
import static calltally.sql.jooq.calls.Tables.STALE_CALL;
import static calltally.sql.jooq.calls.Tables.STALE_DAY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.selectOne;

import calltally.reporting.call.fold.AttemptOutcome;
import java.time.Duration;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record3;
import org.jooq.SelectSelectStep;
import org.jooq.Table;
import org.jooq.types.YearToSecond;

/**
 * Which busy attempts another call explains, by section 7 of the definitions: a fact between calls,
 * judged again whenever one of them changes.
 */
final class BusyAttempts {

  private static final Field<YearToSecond> TOLERANCE =
      inline(YearToSecond.valueOf(Duration.ofSeconds(1)));

  private static final Field<Instant> RANG_AT = coalesce(ATTEMPT.STARTED_AT, ATTEMPT.ENDED_AT);

  private static final Param<String> BUSY = inline(AttemptOutcome.BUSY.text());

  private static final Condition JUDGED_OTHERWISE =
      ATTEMPT
          .SOURCE_ID
          .eq(JUDGED_BUSY_ATTEMPT.SOURCE_ID)
          .and(ATTEMPT.PBX_ID.eq(JUDGED_BUSY_ATTEMPT.PBX_ID))
          .and(ATTEMPT.ATTEMPT_NO.eq(JUDGED_BUSY_ATTEMPT.ATTEMPT_NO))
          .and(ATTEMPT.BUSY_IN_CALL.ne(JUDGED_BUSY_ATTEMPT.IN_CALL));

  private final DSLContext sql;

  BusyAttempts(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * Marks those of the stale calls, and those that the stale calls may explain, as they stand;
   * returns how many were not marked before.
   *
   * <p>Call by call, as no plan for all at once is good before the tables are analyzed.
   */
  int markStale() {
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

  /** Judges those that are marked, and marks the days of those that change. */
  void judge() {
    Condition stale =
        exists(
            selectOne()
                .from(STALE_BUSY_ATTEMPT)
                .where(STALE_BUSY_ATTEMPT.SOURCE_ID.eq(JUDGED_BUSY_ATTEMPT.SOURCE_ID))
                .and(STALE_BUSY_ATTEMPT.PBX_ID.eq(JUDGED_BUSY_ATTEMPT.PBX_ID))
                .and(STALE_BUSY_ATTEMPT.ATTEMPT_NO.eq(JUDGED_BUSY_ATTEMPT.ATTEMPT_NO)));
    sql.insertInto(STALE_DAY, STALE_DAY.SOURCE_ID, STALE_DAY.LOCAL_DATE)
        .select(
            selectDistinct(ATTEMPT.SOURCE_ID, ATTEMPT.LOCAL_DATE)
                .from(JUDGED_BUSY_ATTEMPT)
                .join(ATTEMPT)
                .on(JUDGED_OTHERWISE)
                .where(stale))
        .onConflictDoNothing()
        .execute();
    update(stale);
    sql.deleteFrom(STALE_BUSY_ATTEMPT).execute();
  }

  /** Judges all of them. */
  void judgeAll() {
    update(noCondition());
  }

  private void update(Condition which) {
    sql.update(ATTEMPT)
        .set(ATTEMPT.BUSY_IN_CALL, JUDGED_BUSY_ATTEMPT.IN_CALL)
        .from(JUDGED_BUSY_ATTEMPT)
        .where(JUDGED_OTHERWISE)
        .and(which)
        .execute();
  }
}
