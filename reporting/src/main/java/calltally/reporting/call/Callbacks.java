package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.CALL;
import static calltally.sql.jooq.calls.Tables.FRESH_MISSED_CALL;
import static calltally.sql.jooq.calls.Tables.MISSED_CALL;
import static calltally.sql.jooq.calls.Tables.STALE_CUSTOMER;
import static calltally.sql.jooq.calls.Tables.STALE_DAY;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectDistinct;

import calltally.reporting.call.fold.Direction;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.types.YearToSecond;

/** The facts about call-backs to missed customers, by section 8 of the definitions. */
final class Callbacks {

  /** Until the answer of a call that was placed before a missed one. */
  private static final Field<YearToSecond> LONGEST_WAIT =
      inline(YearToSecond.valueOf(Duration.ofDays(1)));

  private final DSLContext sql;

  Callbacks(DSLContext sql) {
    this.sql = sql;
  }

  /** Derives the facts of every missed call that a stale customer's calls can affect. */
  void derive() {
    forget();
    insertStale();
    markDaysOfCallsPlaced();
  }

  /** Derives the facts of all missed calls into an empty table. */
  void deriveAll() {
    new StaleCalls(sql).markAllMissed();
    insertStale();
  }

  private void insertStale() {
    sql.insertInto(MISSED_CALL)
        .columns(MISSED_CALL.fields())
        .select(sql.select(FRESH_MISSED_CALL.fields(MISSED_CALL.fields())).from(FRESH_MISSED_CALL))
        .execute();
  }

  private void forget() {
    sql.deleteFrom(MISSED_CALL)
        .using(STALE_CUSTOMER, SOURCE)
        .where(MISSED_CALL.SOURCE_ID.eq(STALE_CUSTOMER.SOURCE_ID))
        .and(MISSED_CALL.CUSTOMER_KEY.eq(STALE_CUSTOMER.CUSTOMER_KEY))
        .and(SOURCE.SOURCE_ID.eq(STALE_CUSTOMER.SOURCE_ID))
        .and(
            MISSED_CALL.MISSED_AT.between(
                STALE_CUSTOMER.SINCE.minus(SOURCE.CALLBACK_WINDOW), STALE_CUSTOMER.UNTIL))
        .execute();
  }

  /**
   * Marks the days of calls placed, which may become or cease to be call-backs within the window.
   */
  private void markDaysOfCallsPlaced() {
    sql.insertInto(STALE_DAY, STALE_DAY.SOURCE_ID, STALE_DAY.LOCAL_DATE)
        .select(
            selectDistinct(CALL.SOURCE_ID, CALL.LOCAL_DATE)
                .from(STALE_CUSTOMER)
                .join(SOURCE)
                .on(SOURCE.SOURCE_ID.eq(STALE_CUSTOMER.SOURCE_ID))
                .join(CALL)
                .on(CALL.SOURCE_ID.eq(STALE_CUSTOMER.SOURCE_ID))
                .and(CALL.CUSTOMER_KEY.eq(STALE_CUSTOMER.CUSTOMER_KEY))
                .and(
                    CALL.STARTED_AT.between(
                        STALE_CUSTOMER.SINCE.minus(LONGEST_WAIT),
                        STALE_CUSTOMER.UNTIL.plus(SOURCE.CALLBACK_WINDOW)))
                .where(CALL.DIRECTION.eq(Direction.OUTGOING.text()))
                .and(greatest(CALL.STARTED_AT, CALL.ANSWERED_AT).ge(STALE_CUSTOMER.SINCE)))
        .onConflictDoNothing()
        .execute();
  }
}
