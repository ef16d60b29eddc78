package calltally.ingest.spool;

import calltally.ingest.journal.AsyncCause;
import calltally.ingest.journal.BatchId;
import calltally.ingest.journal.GroupCommit;
import calltally.ingest.journal.Journal;
import calltally.ingest.journal.JournalRow;
import calltally.ingest.journal.JournalUnavailable;
import calltally.ingest.journal.StorageResult;
import calltally.ingest.metrics.Counters;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Stores rows in the journal, or in the spool while the database does not confirm.
 *
 * <p>Once the database has failed to confirm in time, no row waits for it until it answers again. A
 * database that confirms, but not as fast as a source sends, has not failed.
 */
public final class JournalOrSpool implements AutoCloseable {

  /** A commit takes milliseconds; beyond this the spool is safe sooner. */
  private static final Duration PATIENCE = Duration.ofMillis(600);

  /** The part of the limit reserved for the disk. */
  private static final Duration SPOOLING = Duration.ofMillis(400);

  private final GroupCommit commit;
  private final Spool spool;
  private final UnresolvedBatches unresolved = new UnresolvedBatches();
  private final DatabaseOutage outage = new DatabaseOutage();
  private final SpoolReplay replay;

  private JournalOrSpool(GroupCommit commit, Spool spool, SegmentReplays replays) {
    this.commit = commit;
    this.spool = spool;
    this.replay = new SpoolReplay(spool, replays, unresolved, outage);
  }

  /** Opens the intake and starts replaying the spool into the journal. */
  public static JournalOrSpool open(
      Journal journal, GroupCommit commit, Spool spool, Counters counters) {
    SegmentReplays replays = new SegmentReplays(spool.segments().folder(), journal, counters);
    return new JournalOrSpool(commit, spool, replays);
  }

  /**
   * Stores a row; completes once it is committed or fsynced, without blocking a thread. Fails
   *
   * <ul>
   *   <li>with {@link calltally.ingest.journal.UnstorableRow} when the database refuses it
   *   <li>with {@link SpoolUnavailable} when neither the database nor the spool confirmed in time
   * </ul>
   */
  public CompletableFuture<StorageResult> store(JournalRow row, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    return outage.isUnderWay() ? spoolFirst(row, end) : storeFirst(row, end);
  }

  /** Whether the database failed to confirm in time, and has not answered since. */
  public boolean isDatabaseAway() {
    return outage.isUnderWay();
  }

  /** Closes the spool; the next start replays what is left in it. */
  @Override
  public void close() {
    replay.close();
    commit.close();
    spool.close();
  }

  private CompletableFuture<StorageResult> storeFirst(JournalRow row, long end) {
    return commit
        .store(row, least(PATIENCE, left(end).minus(SPOOLING)))
        .exceptionallyCompose(
            failure ->
                AsyncCause.of(failure) instanceof JournalUnavailable unavailable
                    ? spoolInstead(row, unavailable, end)
                    : CompletableFuture.failedFuture(failure));
  }

  private CompletableFuture<StorageResult> spoolInstead(
      JournalRow row, JournalUnavailable unavailable, long end) {
    if (!unavailable.isQueued() || !commit.hasCommittedWithin(PATIENCE)) {
      outage.begin(unavailable);
    }
    BatchId doubt = unavailable.doubt().orElse(null);
    return spool(row, doubt, left(end))
        .exceptionallyCompose(failure -> failUnlessStored(AsyncCause.of(failure), doubt, end));
  }

  private CompletableFuture<StorageResult> spoolFirst(JournalRow row, long end) {
    return spool(row, null, left(end))
        .exceptionallyCompose(
            failure ->
                left(end).isZero()
                    ? CompletableFuture.failedFuture(failure)
                    : storeAfterAll(row, end, AsyncCause.of(failure)));
  }

  private CompletableFuture<StorageResult> spool(
      JournalRow row, @Nullable BatchId doubt, Duration limit) {
    return spool.keep(row, doubt, limit).thenApply(safe -> StorageResult.SPOOLED);
  }

  private CompletableFuture<StorageResult> storeAfterAll(
      JournalRow row, long end, Throwable spooling) {
    return commit
        .store(row, left(end))
        .thenApply(
            stored -> {
              outage.end();
              return stored;
            })
        .exceptionallyCompose(
            failure ->
                AsyncCause.of(failure) instanceof JournalUnavailable unavailable
                    ? failUnlessStored(spooling, unavailable.doubt().orElse(null), end)
                    : CompletableFuture.failedFuture(failure));
  }

  /** The journal resolves the doubt: in time for the answer, or later for the metrics. */
  private CompletableFuture<StorageResult> failUnlessStored(
      Throwable spooling, @Nullable BatchId doubt, long end) {
    if (doubt == null || !(spooling instanceof SpoolUnavailable failure)) {
      return CompletableFuture.failedFuture(spooling);
    }
    return unresolved.resolve(doubt, failure, left(end));
  }

  private static Duration left(long end) {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  private static Duration least(Duration one, Duration other) {
    Duration least = one.compareTo(other) < 0 ? one : other;
    return least.isNegative() ? Duration.ZERO : least;
  }
}
