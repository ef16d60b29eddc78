package calltally.sql;

import static calltally.sql.jooq.calls.Tables.REFRESH_CURSOR;

import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/**
 * The right to change what is derived, and what it is derived from; one transaction has it.
 *
 * <p>It is a lock on the cursor's table, because {@code lock table} waits without a snapshot. A
 * query that waits, even one for an advisory lock, holds a snapshot, and a rebuild that has the
 * turn waits for older snapshots to end: each would wait for the other, unseen by PostgreSQL.
 */
public final class RefreshLock {

  private static final String LOCK = "lock table {0} in share update exclusive mode";
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private RefreshLock() {}

  /** Waits for the turn, which lasts until the transaction ends. */
  public static void await(DSLContext transaction) {
    transaction.execute(LOCK, REFRESH_CURSOR);
  }

  /**
   * Takes the turn, which lasts until the transaction ends.
   *
   * @throws RefreshUnderWay if another transaction has it
   */
  public static void take(DSLContext transaction) {
    try {
      transaction.execute(LOCK + " nowait", REFRESH_CURSOR);
    } catch (DataAccessException e) {
      throw LOCK_NOT_AVAILABLE.equals(e.sqlState()) ? new RefreshUnderWay(e) : e;
    }
  }
}
