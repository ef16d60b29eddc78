package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.FAILING_CALL;
import static calltally.sql.jooq.calls.Tables.STALE_CUSTOMER;

import calltally.sql.RefreshUnderWay;
import calltally.sql.jooq.calls.Routines;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings calls, attempts, call-backs and statistics up to date with the journal, a slice of the
 * sources in each transaction.
 *
 * <p>Readers see either all of a slice's refresh or none of it. It derives from scratch whatever
 * new notifications touch and never adds to existing rows, so it may be repeated or interrupted at
 * any time. Concurrent refreshes of a slice wait for one another; those of different slices do not.
 */
public final class Refresh {

  private static final Logger LOG = LoggerFactory.getLogger(Refresh.class);

  /** From this many calls on a report needs fresh statistics of the planner. */
  private static final long BULK = 10_000;

  /** After so many rebuilds in a row that did not end, each call is tried first. */
  private static final int DEATHS = 2;

  private final DataSource database;
  private final DSLContext sql;
  private final FailingCalls failing;

  /**
   * @param database connections of a role that may read the journal and write what is derived; kept
   *     ones spare each refresh the planning of its statements
   */
  public Refresh(DataSource database) {
    this.database = database;
    this.sql = DSL.using(database, SQLDialect.POSTGRES);
    this.failing = new FailingCalls(sql);
  }

  /**
   * Processes what was stored since the last refresh, slice by slice; one that fails stops no
   * other. In a cluster other than that of the last refresh it rebuilds instead.
   */
  public RefreshResult run() {
    return everySlice(RefreshCursor::await, false);
  }

  /**
   * Like {@link #run()}, but waits only seconds for another refresh, and not for a rebuild or
   * something else that must not run at the same time: then empty.
   */
  public Optional<RefreshResult> runIfFree() {
    try {
      return Optional.of(everySlice(RefreshCursor::awaitShortly, false));
    } catch (RefreshUnderWay e) {
      LOG.debug("another refresh or a rebuild is running", e);
      return Optional.empty();
    }
  }

  /**
   * The same for one slice, unless anybody has refreshed it since the given time ago; nothing if
   * there is none of that number.
   */
  public Optional<RefreshResult> runIfDue(int slice, Duration pause) {
    if (!RefreshCursor.isDue(sql, slice, pause)) {
      return Optional.empty();
    }
    try {
      return Optional.of(oneSlice(slice, RefreshCursor::take, false).orElseGet(this::rebuildCopy));
    } catch (RefreshUnderWay e) {
      LOG.debug("another refresh of slice {} or a rebuild is running", slice, e);
      return Optional.empty();
    }
  }

  /** How many slices there are, numbered from 0. */
  public int slices() {
    return RefreshCursor.slices(sql);
  }

  private RefreshResult everySlice(Turn turn, boolean setAsideToo) {
    RefreshResult all = RefreshResult.NOTHING;
    RuntimeException failure = null;
    int slices;
    do {
      slices = slices();
      for (int slice = 0; slice < slices; slice++) {
        try {
          Optional<RefreshResult> one = oneSlice(slice, turn, setAsideToo);
          if (one.isEmpty()) {
            return rebuildCopy();
          }
          all = all.plus(one.get());
        } catch (RuntimeException e) {
          failure = firstOf(failure, e);
        }
      }
      // A source may have moved from a slice that was yet to come into one that was over.
    } while (slices() != slices);
    if (failure != null) {
      throw failure;
    }
    return all;
  }

  private static RuntimeException firstOf(@Nullable RuntimeException first, RuntimeException next) {
    if (first == null) {
      return next;
    }
    first.addSuppressed(next);
    return first;
  }

  /** Empty if the database is a copy in another cluster. */
  private Optional<RefreshResult> oneSlice(int slice, Turn turn, boolean setAsideToo) {
    long start = System.nanoTime();
    return sql.transactionResult(
            transaction -> {
              SessionSettings.forRefresh(transaction.dsl());
              Optional<RefreshCursor> cursor = turn.of(transaction.dsl(), slice);
              return cursor.isEmpty()
                  ? Optional.of(RefreshResult.NOTHING)
                  : takeNew(transaction, cursor.get(), start, setAsideToo);
            })
        .map(this::analyzed)
        .map(Refresh::logged);
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
    return rebuild(new Rebuild(database, progress, Rebuild.PATIENCE));
  }

  /** Rebuilds a copy in another cluster, unless another program has done so meanwhile. */
  private RefreshResult rebuildCopy() {
    return rebuild(new Rebuild(database, RebuildProgress.NOBODY, Rebuild.PATIENCE).ofCopyOnly());
  }

  private RefreshResult rebuild(Rebuild rebuild) {
    if (failing.beginRebuild() >= DEATHS) {
      new FindFailingCalls(sql, failing).run();
    }
    RefreshResult rebuilt = logged(rebuilt(rebuild));
    failing.endRebuild();
    if (sql.fetchExists(FAILING_CALL)) {
      RefreshResult unused = everySlice(RefreshCursor::await, true);
    }
    return rebuilt;
  }

  private RefreshResult rebuilt(Rebuild rebuild) {
    try {
      return rebuild.run();
    } catch (RuntimeException | StackOverflowError e) {
      if (Thread.currentThread().isInterrupted() || !CallFailure.isOfTheCall(e)) {
        throw e;
      }
      LOG.warn("rebuild failed because of a call: {}", CallFailure.summary(e));
      new FindFailingCalls(sql, failing).run();
      return rebuild.run();
    }
  }

  private Optional<RefreshResult> takeNew(
      Configuration transaction, RefreshCursor cursor, long start, boolean setAsideToo) {
    if (!cursor.isOfThisCluster()) {
      return Optional.empty();
    }
    long notifications = cursor.takeNew();
    FailingCalls.markStale(transaction.dsl(), cursor, setAsideToo);
    StaleRows stale = StaleRows.count(transaction.dsl());
    long calls = 0;
    int days = 0;
    if (!stale.areNone()) {
      DSLContext work = transaction.dsl();
      if (stale.areMany()) {
        SessionSettings.forBulk(work);
        Routines.analyzeStale(transaction);
      }
      calls = stale.calls() == 0 ? 0 : deriveCalls(work, cursor, stale, setAsideToo);
      if (stale.areMany()) {
        Routines.analyzeStale(transaction);
      } else {
        SessionSettings.forDays(work);
      }
      days = new ComputeStaleDays().run(work, stale.haveHorizon());
      if (stale.areMany()) {
        SessionSettings.endBulk(work);
      }
    }
    cursor.refreshed();
    return Optional.of(
        new RefreshResult(notifications, calls, days, Duration.ofNanos(System.nanoTime() - start)));
  }

  private long deriveCalls(
      DSLContext transaction, RefreshCursor cursor, StaleRows rows, boolean setAsideToo) {
    boolean mayEndTheProcess = failing.beginRefresh(cursor.slice()) > 0;
    StaleCalls stale = new StaleCalls(transaction);
    MarkStaleBusyAttempts marking = new MarkStaleBusyAttempts(transaction);
    Aliases aliases = Aliases.ofStaleCalls(transaction);
    aliases.markStale(transaction);
    if (rows.haveHorizon()) {
      stale.unmarkBeyondHorizon();
    }
    stale.markDependants();
    int busyBefore = marking.run();
    stale.forget();
    long calls =
        new DeriveStaleCalls(transaction, failing, aliases)
            .all(mayEndTheProcess, rows.areFailing(), setAsideToo);
    stale.markDependants();
    int busyNow = marking.run();
    if (calls >= BULK) {
      Routines.analyzeDerived(transaction.configuration());
    }
    if (busyBefore + busyNow > 0) {
      new BusyAttempts(transaction).judge();
    }
    new Callbacks(transaction).derive();
    FailingCalls.endStaleness(transaction);
    transaction.deleteFrom(STALE_CUSTOMER).execute();
    FailingCalls.endRefresh(transaction, cursor.slice());
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

  /** How to get the turn of a slice: by waiting or not. Empty if there is no such slice. */
  private interface Turn {
    Optional<RefreshCursor> of(DSLContext transaction, int slice);
  }
}
