package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.FAILING_CALL;
import static calltally.sql.jooq.calls.Tables.STALE_CALL;
import static calltally.sql.jooq.calls.Tables.STALE_CUSTOMER;

import calltally.sql.RefreshUnderWay;
import calltally.sql.jooq.calls.Routines;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings calls, attempts, call-backs and statistics up to date with the journal.
 *
 * <p>Readers see either all of a refresh or none of it. It derives from scratch whatever new
 * notifications touch and never adds to existing rows, so it may be repeated or interrupted at any
 * time. Concurrent refreshes wait for one another.
 */
public final class Refresh {

  private static final Logger LOG = LoggerFactory.getLogger(Refresh.class);

  /** From this many rows on the planner needs fresh statistics; below, it does well without. */
  private static final long BULK = 10_000;

  /** After so many rebuilds in a row that did not end, each call is tried first. */
  private static final int DEATHS = 2;

  private final DataSource database;
  private final DSLContext sql;
  private final FailingCalls failing;

  /**
   * @param database connections of a role that may read the journal and write what is derived
   */
  public Refresh(DataSource database) {
    this.database = database;
    this.sql = DSL.using(database, SQLDialect.POSTGRES);
    this.failing = new FailingCalls(sql);
  }

  /**
   * Processes what was stored since the last refresh. In a cluster other than that of the last
   * refresh it rebuilds instead.
   */
  public RefreshResult run() {
    return run(RefreshCursor::await);
  }

  /**
   * Like {@link #run()}, but does not wait: empty if another refresh or a rebuild is running, or
   * something else that must not run at the same time.
   */
  public Optional<RefreshResult> runIfFree() {
    try {
      return Optional.of(run(RefreshCursor::take));
    } catch (RefreshUnderWay e) {
      LOG.debug("another refresh or a rebuild is running", e);
      return Optional.empty();
    }
  }

  private RefreshResult run(Function<DSLContext, RefreshCursor> turn) {
    long start = System.nanoTime();
    return sql.transactionResult(transaction -> takeNew(transaction, turn, start, false))
        .map(this::analyzed)
        .map(Refresh::logged)
        .orElseGet(this::rebuild);
  }

  /** Else a report right after a large import would be planned as for empty tables. */
  private RefreshResult analyzed(RefreshResult result) {
    if (result.calls() >= BULK) {
      Routines.analyzeReplaced(sql.configuration(), true);
    }
    return result;
  }

  /** Same as {@link #rebuild(RebuildProgress)}, without reporting progress. */
  public RefreshResult rebuild() {
    return rebuild(RebuildProgress.NOBODY);
  }

  /**
   * Derives everything in the journal from scratch; the rows equal those of incremental refreshes.
   * Refreshes wait meanwhile, readers and ingest do not.
   */
  public RefreshResult rebuild(RebuildProgress progress) {
    if (failing.beginRefresh() >= DEATHS) {
      new FindFailingCalls(sql, failing).run();
    }
    RefreshResult rebuilt = logged(rebuilt(progress));
    FailingCalls.endRefresh(sql);
    if (sql.fetchExists(FAILING_CALL)) {
      long start = System.nanoTime();
      Optional<RefreshResult> unused =
          sql.transactionResult(
              transaction -> takeNew(transaction, RefreshCursor::await, start, true));
    }
    return rebuilt;
  }

  private RefreshResult rebuilt(RebuildProgress progress) {
    try {
      return new Rebuild(database, progress, Rebuild.PATIENCE).run();
    } catch (RuntimeException | StackOverflowError e) {
      if (Thread.currentThread().isInterrupted() || !CallFailure.isOfTheCall(e)) {
        throw e;
      }
      LOG.warn("rebuild failed because of a call: {}", CallFailure.summary(e));
      new FindFailingCalls(sql, failing).run();
      return new Rebuild(database, progress, Rebuild.PATIENCE).run();
    }
  }

  private Optional<RefreshResult> takeNew(
      Configuration transaction,
      Function<DSLContext, RefreshCursor> turn,
      long start,
      boolean setAsideToo) {
    SessionSettings.forRefresh(transaction.dsl());
    RefreshCursor cursor = turn.apply(transaction.dsl());
    if (!cursor.isOfThisCluster()) {
      return Optional.empty();
    }
    long notifications = cursor.takeNew();
    Routines.analyzeStale(transaction);
    long calls = deriveCalls(transaction.dsl(), setAsideToo);
    // Otherwise the planner takes two stale days for thousands, and reads every call.
    Routines.analyzeStale(transaction);
    int days = new ComputeStaleDays().run(transaction.dsl());
    cursor.refreshed();
    return Optional.of(
        new RefreshResult(notifications, calls, days, Duration.ofNanos(System.nanoTime() - start)));
  }

  private long deriveCalls(DSLContext transaction, boolean setAsideToo) {
    FailingCalls.markStale(transaction, setAsideToo);
    if (!transaction.fetchExists(STALE_CALL)) {
      return 0;
    }
    boolean mayEndTheProcess = failing.beginRefresh() > 0;
    StaleCalls stale = new StaleCalls(transaction);
    BusyAttempts busy = new BusyAttempts(transaction);
    Aliases.in(transaction).markStale(transaction);
    stale.unmarkBeyondHorizon();
    stale.markDependants();
    busy.markStale();
    stale.forget();
    long calls = new DeriveStaleCalls(transaction, failing).all(mayEndTheProcess, setAsideToo);
    stale.markDependants();
    busy.markStale();
    if (calls >= BULK) {
      Routines.analyzeDerived(transaction.configuration());
    }
    busy.judge();
    new Callbacks(transaction).derive();
    FailingCalls.endStaleness(transaction);
    transaction.deleteFrom(STALE_CUSTOMER).execute();
    FailingCalls.endRefresh(transaction);
    return calls;
  }

  private static RefreshResult logged(RefreshResult result) {
    if (result.calls() > 0 || result.days() > 0) {
      LOG.info(
          "Refreshed in {} ms: notifications {}, calls {}, days {}",
          result.duration().toMillis(),
          result.notifications(),
          result.calls(),
          result.days());
    }
    return result;
  }
}
