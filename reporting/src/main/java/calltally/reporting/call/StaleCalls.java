package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.ATTEMPT;
import static calltally.sql.jooq.calls.Tables.CALL;
import static calltally.sql.jooq.calls.Tables.ENGAGEMENT;
import static calltally.sql.jooq.calls.Tables.FOLLOWED_CALL;
import static calltally.sql.jooq.calls.Tables.MISSED_CALL;
import static calltally.sql.jooq.calls.Tables.STALE_CALL;
import static calltally.sql.jooq.calls.Tables.STALE_CUSTOMER;
import static calltally.sql.jooq.calls.Tables.STALE_DAY;
import static calltally.sql.jooq.journal.Tables.HORIZON;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;

/** The calls that must be derived again, and what depends on them. */
final class StaleCalls {

  private final DSLContext sql;

  StaleCalls(DSLContext sql) {
    this.sql = sql;
  }

  /** Unmarks the calls that can no longer be derived. */
  void unmarkBeyondHorizon() {
    sql.deleteFrom(STALE_CALL)
        .using(CALL, HORIZON)
        .where(isStale(CALL.SOURCE_ID, CALL.PBX_ID))
        .and(HORIZON.SOURCE_ID.eq(CALL.SOURCE_ID))
        .and(CALL.STARTED_AT.lt(HORIZON.DERIVED_FROM))
        .execute();
  }

  /** Marks the days and customers of the stale calls, as the calls stand now. */
  void markDependants() {
    sql.insertInto(STALE_DAY, STALE_DAY.SOURCE_ID, STALE_DAY.LOCAL_DATE)
        .select(
            selectDistinct(CALL.SOURCE_ID, CALL.LOCAL_DATE)
                .from(STALE_CALL)
                .join(CALL)
                .using(STALE_CALL.SOURCE_ID, STALE_CALL.PBX_ID))
        .onConflictDoNothing()
        .execute();
    sql.insertInto(
            STALE_CUSTOMER,
            STALE_CUSTOMER.SOURCE_ID,
            STALE_CUSTOMER.CUSTOMER_KEY,
            STALE_CUSTOMER.SINCE,
            STALE_CUSTOMER.UNTIL)
        .select(
            select(
                    CALL.SOURCE_ID,
                    CALL.CUSTOMER_KEY,
                    min(least(CALL.STARTED_AT, CALL.ANSWERED_AT, CALL.ENDED_AT)),
                    max(greatest(CALL.STARTED_AT, CALL.ANSWERED_AT, CALL.ENDED_AT)))
                .from(STALE_CALL)
                .join(CALL)
                .using(STALE_CALL.SOURCE_ID, STALE_CALL.PBX_ID)
                .where(CALL.CUSTOMER_KEY.isNotNull())
                .groupBy(CALL.SOURCE_ID, CALL.CUSTOMER_KEY))
        .onConflict(STALE_CUSTOMER.SOURCE_ID, STALE_CUSTOMER.CUSTOMER_KEY)
        .doUpdate()
        .set(STALE_CUSTOMER.SINCE, least(STALE_CUSTOMER.SINCE, excluded(STALE_CUSTOMER.SINCE)))
        .set(STALE_CUSTOMER.UNTIL, greatest(STALE_CUSTOMER.UNTIL, excluded(STALE_CUSTOMER.UNTIL)))
        .execute();
  }

  /**
   * Marks what all call-back facts depend on: followed customers, for all time, and withheld calls.
   */
  void markAllMissed() {
    sql.insertInto(
            STALE_CUSTOMER,
            STALE_CUSTOMER.SOURCE_ID,
            STALE_CUSTOMER.CUSTOMER_KEY,
            STALE_CUSTOMER.SINCE,
            STALE_CUSTOMER.UNTIL)
        .select(
            selectDistinct(
                    FOLLOWED_CALL.SOURCE_ID,
                    FOLLOWED_CALL.CUSTOMER_KEY,
                    inline("-infinity").cast(STALE_CUSTOMER.SINCE),
                    inline("infinity").cast(STALE_CUSTOMER.UNTIL))
                .from(FOLLOWED_CALL)
                .where(FOLLOWED_CALL.CUSTOMER_KEY.isNotNull()))
        .execute();
    sql.insertInto(STALE_CALL, STALE_CALL.SOURCE_ID, STALE_CALL.PBX_ID)
        .select(
            selectDistinct(FOLLOWED_CALL.SOURCE_ID, FOLLOWED_CALL.PBX_ID)
                .from(FOLLOWED_CALL)
                .where(FOLLOWED_CALL.CUSTOMER_KEY.isNull()))
        .execute();
  }

  /** Deletes the rows that are about to be derived again. */
  void forget() {
    sql.deleteFrom(ATTEMPT)
        .using(STALE_CALL)
        .where(isStale(ATTEMPT.SOURCE_ID, ATTEMPT.PBX_ID))
        .execute();
    sql.deleteFrom(ENGAGEMENT)
        .using(STALE_CALL)
        .where(isStale(ENGAGEMENT.SOURCE_ID, ENGAGEMENT.PBX_ID))
        .execute();
    sql.deleteFrom(MISSED_CALL)
        .using(STALE_CALL)
        .where(isStale(MISSED_CALL.SOURCE_ID, MISSED_CALL.PBX_ID))
        .execute();
    sql.deleteFrom(CALL).using(STALE_CALL).where(isStale(CALL.SOURCE_ID, CALL.PBX_ID)).execute();
  }

  private static Condition isStale(TableField<?, Integer> sourceId, TableField<?, String> pbxId) {
    return row(sourceId, pbxId).eq(STALE_CALL.SOURCE_ID, STALE_CALL.PBX_ID);
  }
}
