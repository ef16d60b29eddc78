package calltally.ingest.spool;

import calltally.ingest.journal.BatchId;
import calltally.ingest.journal.Journal;
import calltally.ingest.journal.StorageResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Batches of unknown outcome with rows that are not in the spool, until the journal answers. */
final class UnresolvedBatches {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** An outage of both the database and the disk for hours must not fill the memory. */
  private static final int MOST = 1000;

  private final Map<BatchId, CompletableFuture<Boolean>> batches = new LinkedHashMap<>();

  /**
   * The result of a row of the batch.
   *
   * @param failure with which it fails unless the journal says in time that it was stored
   */
  CompletableFuture<StorageResult> resolve(
      BatchId batch, SpoolUnavailable failure, Duration limit) {
    CompletableFuture<Boolean> stored = isStored(batch);
    return stored
        .copy()
        .completeOnTimeout(false, limit.toNanos(), TimeUnit.NANOSECONDS)
        .thenCompose(
            isStored ->
                isStored
                    ? CompletableFuture.completedFuture(StorageResult.STORED)
                    : CompletableFuture.failedFuture(failure.unlessStored(stored)));
  }

  /** Whether the batch was stored; completes once the journal has answered. */
  private synchronized CompletableFuture<Boolean> isStored(BatchId batch) {
    CompletableFuture<Boolean> stored =
        batches.computeIfAbsent(batch, added -> new CompletableFuture<>());
    if (batches.size() > MOST) {
      complete(batches.keySet().iterator().next(), false);
    }
    return stored;
  }

  /**
   * Asks the journal about all of them; what was not stored never will be.
   *
   * @throws calltally.ingest.journal.JournalUnavailable when the database does not answer
   */
  void resolve(Journal journal) {
    for (BatchId batch : waiting()) {
      complete(batch, journal.resolve(batch, LIMIT));
    }
  }

  private synchronized List<BatchId> waiting() {
    return List.copyOf(batches.keySet());
  }

  private void complete(BatchId batch, boolean isStored) {
    CompletableFuture<Boolean> stored = remove(batch);
    if (stored != null) {
      stored.complete(isStored);
    }
  }

  private synchronized @Nullable CompletableFuture<Boolean> remove(BatchId batch) {
    return batches.remove(batch);
  }
}
