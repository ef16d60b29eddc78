package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.STALE_CALL;
import static calltally.sql.jooq.calls.Tables.STALE_CUSTOMER;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import calltally.reporting.statistics.DailyStatistics;
import calltally.sql.jooq.calls.Routines;
import java.time.Duration;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings calls, attempts, call-backs and statistics up to date with the journal.
 *
 * <p>One transaction: readers see all of a refresh or nothing. Derives anew what new notifications
 * touch, and never adds to what is there, so that it may be repeated or interrupted at will.
 * Several refreshers wait for one another.
 */
public final class Refresh {

  private static final Logger LOG = LoggerFactory.getLogger(Refresh.class);

  /** From here on the planner has to be told; below, its statistics are good enough. */
  private static final long BULK = 10_000;

  private final DSLContext sql;

  /**
   * Refreshes the database.
   *
   * @param database connections of a role that may read the journal and write what is derived
   */
  public Refresh(DataSource database) {
    sql = DSL.using(database, SQLDialect.POSTGRES);
  }

  /** Takes in what was stored since the last refresh. */
  public RefreshOutcome run() {
    return run(Cursor::takeNew);
  }

  /**
   * Derives everything that the journal tells of anew; gives the rows that refreshes have given.
   */
  public RefreshOutcome rebuild() {
    return run(Cursor::takeAll);
  }

  private RefreshOutcome run(ToLongFunction<Cursor> take) {
    long start = System.nanoTime();
    RefreshOutcome outcome =
        sql.transactionResult(
            configuration -> {
              countDaysInUtc(configuration.dsl());
              leavePlansUncompiled(configuration.dsl());
              Cursor cursor = Cursor.lock(configuration.dsl());
              long notifications = take.applyAsLong(cursor);
              if (notifications >= BULK) {
                Routines.analyzeStale(configuration);
              }
              long calls = deriveCalls(configuration.dsl());
              int days = new DailyStatistics(configuration.dsl()).computeStaleDays();
              cursor.refreshed();
              return new RefreshOutcome(
                  notifications, calls, days, Duration.ofNanos(System.nanoTime() - start));
            });
    if (outcome.calls() > 0 || outcome.days() > 0) {
      LOG.info(
          "Refreshed {} notifications, {} calls, {} days in {} ms",
          outcome.notifications(),
          outcome.calls(),
          outcome.days(),
          outcome.duration().toMillis());
    }
    return outcome;
  }

  /** A window of 7 days is 168 hours, also where the program runs and the clock changes. */
  private static void countDaysInUtc(DSLContext transaction) {
    transaction.setLocal(name("timezone"), inline("UTC")).execute();
  }

  /** Compiling plans over many partitions takes seconds, running them milliseconds. */
  private static void leavePlansUncompiled(DSLContext transaction) {
    transaction.setLocal(name("jit"), inline("off")).execute();
  }

  private static long deriveCalls(DSLContext transaction) {
    if (!transaction.fetchExists(STALE_CALL)) {
      return 0;
    }
    StaleCalls stale = new StaleCalls(transaction);
    stale.markDependants();
    stale.forget();
    long calls = FoldStaleCalls.in(transaction);
    stale.markDependants();
    if (calls >= BULK) {
      Routines.analyzeDerived(transaction.configuration());
    }
    new Callbacks(transaction).derive();
    transaction.deleteFrom(STALE_CALL).execute();
    transaction.deleteFrom(STALE_CUSTOMER).execute();
    return calls;
  }
}
