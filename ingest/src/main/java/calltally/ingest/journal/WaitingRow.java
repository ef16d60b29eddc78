package calltally.ingest.journal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A row on its way into the journal, and the result that its sender waits for. */
final class WaitingRow {

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

  int length() {
    return row.length();
  }

  /** Takes the row along in a batch; false when nobody waits for it any longer. */
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
   * Its result once it is committed; fails with {@link JournalUnavailable} after the limit, too:
   * then no later batch takes the row along.
   */
  CompletableFuture<StorageResult> within(Duration limit) {
    return result
        .orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS)
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(explained(failure)));
  }

  private Throwable explained(Throwable failure) {
    return failure instanceof TimeoutException late
        ? new JournalUnavailable("the database has to confirm in time", late, abandon())
        : failure;
  }

  /** The batch that may bring it into the journal all the same; null when there is none. */
  synchronized @Nullable BatchId abandon() {
    abandoned = true;
    return batch;
  }
}
