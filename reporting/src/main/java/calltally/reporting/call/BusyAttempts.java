package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.ATTEMPT;
import static calltally.sql.jooq.calls.Tables.JUDGED_BUSY_ATTEMPT;
import static calltally.sql.jooq.calls.Tables.STALE_BUSY_ATTEMPT;
import static calltally.sql.jooq.calls.Tables.STALE_DAY;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;

import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * Which busy attempts another call explains, by section 7 of the definitions: a fact between calls,
 * judged again whenever one of them changes.
 */
final class BusyAttempts {

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
