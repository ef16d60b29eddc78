package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.STALE_CALL;
import static calltally.sql.jooq.journal.Tables.NOTIFICATION;
import static org.jooq.impl.DSL.selectDistinct;

import calltally.sql.RefreshLock;
import org.jooq.Configuration;
import org.jooq.DSLContext;

/**
 * Derives every call of the journal on trial, because one of them has made a rebuild fail, which
 * does not say which. Keeps nothing but the failing ones.
 */
final class FindFailingCalls {

  private final DSLContext sql;
  private final FailingCalls failing;

  FindFailingCalls(DSLContext sql, FailingCalls failing) {
    this.sql = sql;
    this.failing = failing;
  }

  void run() {
    try {
      sql.transaction(this::derive);
    } catch (TrialEnd expected) {
      return;
    }
  }

  private void derive(Configuration transaction) {
    DSLContext trial = transaction.dsl();
    SessionSettings.forLongWork(trial);
    RefreshLock.await(trial);
    markEveryCall(trial);
    StaleCalls stale = new StaleCalls(trial);
    stale.unmarkBeyondHorizon();
    stale.forget();
    long ignored = new DeriveStaleCalls(trial, failing, Aliases.in(trial)).inGroups();
    throw new TrialEnd();
  }

  private static void markEveryCall(DSLContext trial) {
    trial
        .insertInto(STALE_CALL, STALE_CALL.SOURCE_ID, STALE_CALL.PBX_ID)
        .select(
            selectDistinct(NOTIFICATION.SOURCE_ID, NOTIFICATION.PBX_ID)
                .from(NOTIFICATION)
                .where(NOTIFICATION.PBX_ID.isNotNull())
                .and(NotificationColumns.tellOfACall()))
        .onConflictDoNothing()
        .execute();
  }

  /** Rolls back. */
  private static final class TrialEnd extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
