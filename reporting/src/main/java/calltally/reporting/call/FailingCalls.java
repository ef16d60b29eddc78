package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.FAILING_CALL;
import static calltally.sql.jooq.calls.Tables.STALE_CALL;
import static calltally.sql.jooq.calls.Tables.STALE_DAY;
import static calltally.sql.jooq.calls.Tables.UNENDED_REFRESH;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;

import calltally.sql.jooq.calls.Routines;
import java.util.List;
import java.util.ResourceBundle;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Table;

/**
 * The calls whose derivation was begun and has not succeeded since. Begins are committed at once,
 * apart from the refresh's own transaction, because they must outlive it, and even the process.
 */
final class FailingCalls {

  private static final short MOST_FAILURES = 3;
  private static final String VERSION =
      ResourceBundle.getBundle("calltally.reporting.render.version").getString("version");

  private static final Condition IS_SET_ASIDE =
      FAILING_CALL.BEGUN.ge(MOST_FAILURES).and(FAILING_CALL.VERSION.eq(VERSION));

  private final DSLContext sql;

  /**
   * The failing calls of a database.
   *
   * @param sql commits each statement
   */
  FailingCalls(DSLContext sql) {
    this.sql = sql;
  }

  /** Notes that a slice's refresh begins; returns how many before have not ended well. */
  int beginRefresh(int slice) {
    return begun(UNENDED_REFRESH.SLICE.eq(slice));
  }

  /** Notes that a rebuild, which is of all slices, begins; returns the same. */
  int beginRebuild() {
    return begun(noCondition());
  }

  private int begun(Condition slices) {
    return sql
        .update(UNENDED_REFRESH)
        .set(UNENDED_REFRESH.BEGUN, UNENDED_REFRESH.BEGUN.plus(1))
        .where(slices)
        .returningResult(UNENDED_REFRESH.BEGUN.minus(1))
        .fetch()
        .stream()
        .mapToInt(Record1::value1)
        .max()
        .orElse(0);
  }

  /** Notes that a slice's refresh ends well, if the transaction commits. */
  static void endRefresh(DSLContext transaction, int slice) {
    transaction
        .update(UNENDED_REFRESH)
        .set(UNENDED_REFRESH.BEGUN, 0)
        .where(UNENDED_REFRESH.SLICE.eq(slice))
        .execute();
  }

  void endRebuild() {
    sql.update(UNENDED_REFRESH).set(UNENDED_REFRESH.BEGUN, 0).execute();
  }

  void begin(List<CallKey> calls) {
    Routines.beginDerivation(
        sql.configuration(), CallKey.sources(calls), CallKey.pbxIds(calls), VERSION);
  }

  /** Forgets calls that were derived after all. */
  void succeeded(List<CallKey> calls) {
    sql.deleteFrom(FAILING_CALL).where(isOneOf(calls)).execute();
  }

  /** Takes back a begin that failed for another reason than each of these calls. */
  void takeBack(List<CallKey> calls) {
    sql.deleteFrom(FAILING_CALL)
        .where(isOneOf(calls))
        .and(FAILING_CALL.BEGUN.eq((short) 1))
        .execute();
    sql.update(FAILING_CALL)
        .set(FAILING_CALL.BEGUN, FAILING_CALL.BEGUN.minus((short) 1))
        .where(isOneOf(calls))
        .execute();
  }

  /** Marks as stale those of a slice that this version of the program must still try. */
  static void markStale(DSLContext transaction, RefreshCursor ofSlice, boolean setAsideToo) {
    transaction
        .insertInto(STALE_CALL, STALE_CALL.SOURCE_ID, STALE_CALL.PBX_ID)
        .select(
            select(FAILING_CALL.SOURCE_ID, FAILING_CALL.PBX_ID)
                .from(FAILING_CALL)
                .where(ofSlice.contains(FAILING_CALL.SOURCE_ID))
                .and(setAsideToo ? noCondition() : not(IS_SET_ASIDE)))
        .onConflictDoNothing()
        .execute();
  }

  /**
   * Ends the staleness of all calls, and marks the days on which the number of calls set aside may
   * have changed. Those that must be tried again are marked by the next refresh.
   */
  static void endStaleness(DSLContext transaction) {
    transaction
        .insertInto(STALE_DAY, STALE_DAY.SOURCE_ID, STALE_DAY.LOCAL_DATE)
        .select(
            selectDistinct(FAILING_CALL.SOURCE_ID, FAILING_CALL.LOCAL_DATE)
                .from(FAILING_CALL)
                .join(STALE_CALL)
                .using(STALE_CALL.SOURCE_ID, STALE_CALL.PBX_ID))
        .onConflictDoNothing()
        .execute();
    transaction.deleteFrom(STALE_CALL).execute();
  }

  /** Whether a row is of a failing call, set aside or not. */
  static Condition contains(Table<?> rows) {
    return exists(selectOne().from(FAILING_CALL).where(isOf(rows)));
  }

  /** Whether a row is of a failing call whose derivation was begun only once. */
  static Condition begunOnce(Table<?> rows) {
    return exists(
        selectOne().from(FAILING_CALL).where(isOf(rows)).and(FAILING_CALL.BEGUN.eq((short) 1)));
  }

  /** Whether a row is of a call that has failed too often to be tried again by this version. */
  static Condition setAside(Table<?> rows) {
    return exists(selectOne().from(FAILING_CALL).where(isOf(rows)).and(IS_SET_ASIDE));
  }

  /** Whether a call is failing, set aside or not. */
  static Condition contains(Field<Integer> sourceId, Field<String> pbxId) {
    return exists(selectOne().from(FAILING_CALL).where(isOf(sourceId, pbxId)));
  }

  private static Condition isOf(Table<?> rows) {
    return isOf(rows.field(FAILING_CALL.SOURCE_ID), rows.field(FAILING_CALL.PBX_ID));
  }

  private static Condition isOf(Field<Integer> sourceId, Field<String> pbxId) {
    return FAILING_CALL.SOURCE_ID.eq(sourceId).and(FAILING_CALL.PBX_ID.eq(pbxId));
  }

  private static Condition isOneOf(List<CallKey> calls) {
    return row(FAILING_CALL.SOURCE_ID, FAILING_CALL.PBX_ID)
        .in(calls.stream().map(call -> row(call.sourceId(), call.pbxId())).toList());
  }
}
