package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.REFRESH_CURSOR;

import calltally.sql.RefreshLock;
import calltally.sql.jooq.calls.Routines;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** How far the refresh has read the journal; only a transaction that has the turn may move it. */
final class RefreshCursor {

  private final DSLContext sql;

  private RefreshCursor(DSLContext sql) {
    this.sql = sql;
  }

  /** Waits for the turn, which lasts until the transaction ends. */
  static RefreshCursor await(DSLContext transaction) {
    RefreshLock.await(transaction);
    return new RefreshCursor(transaction);
  }

  /**
   * Takes the turn, which lasts until the transaction ends.
   *
   * @throws calltally.sql.RefreshUnderWay if another transaction has it
   */
  static RefreshCursor take(DSLContext transaction) {
    RefreshLock.take(transaction);
    return new RefreshCursor(transaction);
  }

  /** Takes the notifications after the cursor; returns how many there were. */
  long takeNew() {
    return Routines.takeNewNotifications(sql.configuration());
  }

  /** Notes that everything taken so far has been derived. */
  void refreshed() {
    sql.update(REFRESH_CURSOR).set(REFRESH_CURSOR.REFRESHED_AT, DSL.currentInstant()).execute();
  }

  /** False after a restore into another cluster, where transaction numbers mean something else. */
  boolean isOfThisCluster() {
    return Routines.cursorIsOfThisCluster(sql.configuration());
  }
}
