package calltally.ingest.journal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A row waiting to be stored, and the result for its sender. */
final class WaitingRow implements QueuedRow {

  private final JournalRow row;
  private final CompletableFuture<StorageResult> result = new CompletableFuture<>();
  private @Nullable BatchId batch;
  private boolean abandoned;

  WaitingRow(JournalRow row) {
    this.row = row;
  }

  JournalRow row() {
    return row;
  }

  @Override
  public String source() {
    return row.source();
  }

  @Override
  public int length() {
    return row.length();
  }

  /** Assigns the row to a batch; false when nobody waits for it any more. */
  synchronized boolean isTakenBy(BatchId taking) {
    if (!abandoned) {
      batch = taking;
    }
    return !abandoned;
  }

  void complete(StorageResult stored) {
    result.complete(stored);
  }

  void fail(RuntimeException failure) {
    result.completeExceptionally(failure);
  }

  /**
   * Its result once committed; after the limit it fails with {@link JournalUnavailable} and no
   * later batch takes the row.
   */
  CompletableFuture<StorageResult> within(Duration limit) {
    return result
        .orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS)
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(explained(failure)));
  }

  private Throwable explained(Throwable failure) {
    return failure instanceof TimeoutException late
        ? JournalUnavailable.inQueue("the database did not confirm in time", late, abandon())
        : failure;
  }

  /** Gives the row up, and returns the batch that may store it nonetheless; null for none. */
  synchronized @Nullable BatchId abandon() {
    abandoned = true;
    return batch;
  }
}
