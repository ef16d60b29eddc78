package calltally.reporting.call;

import calltally.reporting.call.RebuildWriter.Written;
import calltally.sql.RefreshLock;
import calltally.sql.jooq.calls.Routines;
import java.time.Duration;
import java.util.Optional;
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
  private final boolean ofCopyOnly;

  /**
   * A rebuild that has not begun.
   *
   * @param patience how long the filled tables may wait for readers of the old ones to end, twice;
   *     then the rebuild fails, so that refreshes go on
   */
  Rebuild(DataSource database, RebuildProgress progress, Duration patience) {
    this(database, progress, YearToSecond.valueOf(patience), false);
  }

  private Rebuild(
      DataSource database, RebuildProgress progress, YearToSecond patience, boolean ofCopyOnly) {
    this.database = database;
    this.patience = patience;
    this.sql = DSL.using(database, SQLDialect.POSTGRES);
    this.progress = progress;
    this.ofCopyOnly = ofCopyOnly;
  }

  /** The same, which does nothing unless the database is a copy in another cluster. */
  Rebuild ofCopyOnly() {
    return new Rebuild(database, progress, patience, true);
  }

  RefreshResult run() {
    long start = System.nanoTime();
    return sql.transactionResult(this::takeTurn)
        .map(
            filled -> {
              Routines.analyzeReplaced(sql.configuration(), false);
              return new RefreshResult(
                  filled.written().notifications(),
                  filled.read().calls(),
                  filled.written().days(),
                  Duration.ofNanos(System.nanoTime() - start));
            })
        .orElse(RefreshResult.NOTHING);
  }

  private Optional<Filled> takeTurn(Configuration turn) {
    SessionSettings.forLongWork(turn.dsl());
    RefreshLock.await(turn.dsl());
    // Each slice notices a copy by itself, and so does each service.
    if (ofCopyOnly && Routines.cursorIsOfThisCluster(turn)) {
      return Optional.empty();
    }
    Filled filled = fill();
    Routines.awaitOlderSnapshots(turn, patience);
    Routines.swapInRebuilt(turn, filled.read().snapshotXmin(), filled.read().settings(), patience);
    return Optional.of(filled);
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
            SelectSourceRules.ofAllSources().run(journal),
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
