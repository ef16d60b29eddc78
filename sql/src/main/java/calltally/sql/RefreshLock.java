package calltally.sql;

import static calltally.sql.jooq.calls.Tables.REFRESH_CURSOR;

import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/**
 * The right to change what is derived, and what it is derived from: of all sources, or of one slice
 * of them. One transaction has it, until it ends.
 *
 * <p>Who excludes all slices waits for a lock on the cursors' table, because {@code lock table}
 * waits without a snapshot. A query that waits, even one for an advisory lock, holds a snapshot,
 * and a rebuild that has the turn waits for older snapshots to end: each would wait for the other,
 * unseen by PostgreSQL. A slice waits for its cursor's row only while no rebuild has the turn.
 */
public final class RefreshLock {

  private static final String ALL = "lock table {0} in share row exclusive mode";
  private static final String ONE_OF_MANY = "lock table {0} in row exclusive mode";
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private RefreshLock() {}

  /** Waits for the turn of all sources. */
  public static void await(DSLContext transaction) {
    transaction.execute(ALL, REFRESH_CURSOR);
  }

  /** Waits for the turn of a slice; false if there is no such slice. */
  public static boolean await(DSLContext transaction, int slice) {
    transaction.execute(ONE_OF_MANY, REFRESH_CURSOR);
    return isLocked(transaction, slice);
  }

  /**
   * Waits some seconds for the turn of a slice; false if there is no such slice.
   *
   * @throws RefreshUnderWay if another transaction has that of all sources, or keeps that of the
   *     slice
   */
  public static boolean awaitShortly(DSLContext transaction, int slice) {
    try {
      transaction.execute(ONE_OF_MANY + " nowait", REFRESH_CURSOR);
      transaction.execute("set local lock_timeout = '10s'");
      boolean isLocked = isLocked(transaction, slice);
      transaction.execute("set local lock_timeout to default");
      return isLocked;
    } catch (DataAccessException e) {
      throw LOCK_NOT_AVAILABLE.equals(e.sqlState()) ? new RefreshUnderWay(e) : e;
    }
  }

  private static boolean isLocked(DSLContext transaction, int slice) {
    return transaction
        .selectOne()
        .from(REFRESH_CURSOR)
        .where(REFRESH_CURSOR.SLICE.eq(slice))
        .forNoKeyUpdate()
        .fetchOptional()
        .isPresent();
  }

  /**
   * Takes the turn of a slice; false if there is no such slice.
   *
   * @throws RefreshUnderWay if another transaction has it, or that of all sources
   */
  public static boolean take(DSLContext transaction, int slice) {
    try {
      transaction.execute(ONE_OF_MANY + " nowait", REFRESH_CURSOR);
      return transaction
          .selectOne()
          .from(REFRESH_CURSOR)
          .where(REFRESH_CURSOR.SLICE.eq(slice))
          .forNoKeyUpdate()
          .noWait()
          .fetchOptional()
          .isPresent();
    } catch (DataAccessException e) {
      throw LOCK_NOT_AVAILABLE.equals(e.sqlState()) ? new RefreshUnderWay(e) : e;
    }
  }
}
