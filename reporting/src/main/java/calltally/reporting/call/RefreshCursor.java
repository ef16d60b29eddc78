package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.REFRESH_CURSOR;

import calltally.sql.RefreshLock;
import calltally.sql.jooq.calls.Routines;
import java.time.Duration;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.types.YearToSecond;

/**
 * How far the refresh of a slice has read the journal; only a transaction that has the slice's turn
 * may move it.
 */
final class RefreshCursor {

  private final DSLContext sql;
  private final int slice;

  private RefreshCursor(DSLContext sql, int slice) {
    this.sql = sql;
    this.slice = slice;
  }

  /** How many slices there are. */
  static int slices(DSLContext sql) {
    return sql.fetchCount(REFRESH_CURSOR);
  }

  /** Whether nobody has refreshed a slice since the given time ago. */
  static boolean isDue(DSLContext sql, int slice, Duration pause) {
    return sql.fetchExists(
        REFRESH_CURSOR,
        REFRESH_CURSOR
            .SLICE
            .eq(slice)
            .and(
                REFRESH_CURSOR
                    .REFRESHED_AT
                    .isNull()
                    .or(
                        REFRESH_CURSOR.REFRESHED_AT.le(
                            DSL.currentInstant().minus(YearToSecond.valueOf(pause))))));
  }

  /** Waits for the turn, which lasts until the transaction ends; empty without such a slice. */
  static Optional<RefreshCursor> await(DSLContext transaction, int slice) {
    return RefreshLock.await(transaction, slice)
        ? Optional.of(new RefreshCursor(transaction, slice))
        : Optional.empty();
  }

  /**
   * Waits some seconds for the turn, which lasts until the transaction ends; empty without such a
   * slice.
   *
   * @throws calltally.sql.RefreshUnderWay if another transaction keeps it
   */
  static Optional<RefreshCursor> awaitShortly(DSLContext transaction, int slice) {
    return RefreshLock.awaitShortly(transaction, slice)
        ? Optional.of(new RefreshCursor(transaction, slice))
        : Optional.empty();
  }

  /**
   * Takes the turn, which lasts until the transaction ends; empty without such a slice.
   *
   * @throws calltally.sql.RefreshUnderWay if another transaction has it
   */
  static Optional<RefreshCursor> take(DSLContext transaction, int slice) {
    return RefreshLock.take(transaction, slice)
        ? Optional.of(new RefreshCursor(transaction, slice))
        : Optional.empty();
  }

  int slice() {
    return slice;
  }

  /** Takes the notifications after the cursor; returns how many there were. */
  long takeNew() {
    return Routines.takeNewNotifications(sql.configuration(), slice);
  }

  /** Notes that everything taken so far has been derived. */
  void refreshed() {
    sql.update(REFRESH_CURSOR)
        .set(REFRESH_CURSOR.REFRESHED_AT, DSL.currentInstant())
        .where(REFRESH_CURSOR.SLICE.eq(slice))
        .execute();
  }

  /** False after a restore into another cluster, where transaction numbers mean something else. */
  boolean isOfThisCluster() {
    return Routines.cursorIsOfThisCluster(sql.configuration());
  }

  /** Whether a source belongs to the slice. */
  Condition contains(Field<Integer> sourceId) {
    return sourceId.mod(DSL.field(DSL.selectCount().from(REFRESH_CURSOR))).eq(slice);
  }
}
