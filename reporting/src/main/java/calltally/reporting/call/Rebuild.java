package calltally.reporting.call;

import calltally.reporting.call.RebuildWriter.Written;
import calltally.sql.RefreshLock;
import calltally.sql.jooq.calls.Routines;
import java.time.Duration;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.types.YearToSecond;

/**
 * Derives everything from scratch, from the journal alone, in new tables that then replace the old
 * ones.
 *
 * <p>One transaction has the turn, so that refreshes wait, and swaps the tables at the end; one
 * reads the journal as of the start; one fills the new tables with calls and attempts; one for each
 * of the {@link RebuildSteps} derives the rest. All but the first are committed before the swap.
 * Ingest and readers notice nothing. A rebuild that dies leaves only tables that nobody reads and
 * that the next rebuild removes.
 */
final class Rebuild {

  /** Longer than any analyst's transaction may last. */
  static final Duration PATIENCE = Duration.ofMinutes(20);

  private final DataSource database;
  private final DSLContext sql;
  private final RebuildProgress progress;
  private final YearToSecond patience;

  /**
   * A rebuild that has not begun.
   *
   * @param patience how long the filled tables may wait for readers of the old ones to end, twice;
   *     then the rebuild fails, so that refreshes go on
   */
  Rebuild(DataSource database, RebuildProgress progress, Duration patience) {
    this.database = database;
    this.patience = YearToSecond.valueOf(patience);
    this.sql = DSL.using(database, SQLDialect.POSTGRES);
    this.progress = progress;
  }

  RefreshResult run() {
    long start = System.nanoTime();
    Filled filled = sql.transactionResult(this::takeTurn);
    Routines.analyzeReplaced(sql.configuration(), false);
    return new RefreshResult(
        filled.written().notifications(),
        filled.read().calls(),
        filled.written().days(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private Filled takeTurn(Configuration turn) {
    SessionSettings.forLongWork(turn.dsl());
    RefreshLock.await(turn.dsl());
    Filled filled = fill();
    Routines.awaitOlderSnapshots(turn, patience);
    Routines.swapInRebuilt(turn, filled.read().snapshotXmin(), filled.read().settings(), patience);
    return filled;
  }

  private Filled fill() {
    try (RebuildWriter writer = new RebuildWriter(database, progress)) {
      Read read = new JournalSnapshot(database).read(journal -> read(journal, writer));
      return new Filled(read, writer.finish());
    }
  }

  private Read read(DSLContext journal, RebuildWriter writer) {
    FoldCalls fold =
        new FoldCalls(
            new SelectSourceRules().run(journal),
            (source, pbxId) -> new SelectFirstNotifications(source, pbxId).run(journal),
            new StoreCalls(writer, CustomerKeys.of(journal)),
            notifications -> progress.folded(notifications, writer.notifications()));
    String snapshotXmin = JournalSnapshot.xmin(journal);
    JSONB settings = Routines.settingsDigest(journal.configuration());
    try (NotificationRows rows = SelectNotifications.ofAllCalls().run(journal)) {
      return new Read(snapshotXmin, settings, fold.all(rows));
    }
  }

  /** What was read in the journal's snapshot. */
  private record Read(String snapshotXmin, JSONB settings, long calls) {}

  private record Filled(Read read, Written written) {}
}
