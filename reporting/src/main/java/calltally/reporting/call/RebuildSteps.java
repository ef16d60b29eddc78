package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.ATTEMPT;
import static calltally.sql.jooq.calls.Tables.CALL;
import static calltally.sql.jooq.calls.Tables.ENGAGEMENT;
import static calltally.sql.jooq.calls.Tables.MISSED_CALL;
import static calltally.sql.jooq.stats.Tables.DAILY_MANAGER;
import static calltally.sql.jooq.stats.Tables.DAILY_QUALITY;
import static calltally.sql.jooq.stats.Tables.HOURLY_LINE;

import calltally.sql.jooq.calls.Routines;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a rebuild derives once calls and attempts are copied and committed: keys, facts between
 * calls, statistics. Two steps run at a time, each in a transaction of its own.
 */
final class RebuildSteps {

  private static final List<Consumer<DSLContext>> CALLS = List.of(index(CALL));

  private static final List<Consumer<DSLContext>> ATTEMPTS =
      List.of(index(ATTEMPT), index(ENGAGEMENT), sql -> new BusyAttempts(sql).judgeAll());

  private static final List<Consumer<DSLContext>> SUMS =
      List.of(
          sql -> new Callbacks(sql).deriveAll(),
          index(MISSED_CALL),
          new ComputeStaleDays()::hourlyLines,
          new ComputeStaleDays()::dailyManagers,
          index(HOURLY_LINE),
          index(DAILY_MANAGER));

  private static final List<Consumer<DSLContext>> QUALITY =
      List.of(new ComputeStaleDays()::dailyQuality, index(DAILY_QUALITY));

  private static final int STEPS = CALLS.size() + ATTEMPTS.size() + SUMS.size() + QUALITY.size();

  private final DSLContext sql;
  private final RebuildProgress progress;
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private int done;

  /**
   * Steps that have not begun.
   *
   * @param sql takes a connection of its own for each transaction
   */
  RebuildSteps(DSLContext sql, RebuildProgress progress) {
    this.sql = sql;
    this.progress = progress;
  }

  /** Returns when all steps are committed; throws what the first that failed threw. */
  void run() {
    progress.summed(0, STEPS);
    // What is second of a pair reads nothing that the first one writes.
    both(CALLS, ATTEMPTS);
    both(SUMS, QUALITY);
  }

  private void both(List<Consumer<DSLContext>> first, List<Consumer<DSLContext>> second) {
    CompletableFuture<Void> other = CompletableFuture.runAsync(() -> each(second));
    each(first);
    other.join();
    RuntimeException cause = failure.get();
    if (cause != null) {
      throw cause;
    }
  }

  private void each(List<Consumer<DSLContext>> steps) {
    for (Consumer<DSLContext> step : steps) {
      if (failure.get() != null) {
        return;
      }
      try {
        commit(step);
      } catch (RuntimeException e) {
        failure.compareAndSet(null, e);
      }
    }
  }

  private void commit(Consumer<DSLContext> step) {
    sql.transaction(
        transaction -> {
          SessionSettings.forLongWork(transaction.dsl());
          step.accept(RebuiltTables.resolving(transaction));
        });
    report();
  }

  private synchronized void report() {
    done++;
    progress.summed(done, STEPS);
  }

  private static Consumer<DSLContext> index(Table<?> replaced) {
    String schema = Objects.requireNonNull(replaced.getSchema()).getName();
    return sql -> Routines.indexRebuilt(sql.configuration(), schema + "." + replaced.getName());
  }
}
