package calltally.ingest.journal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** An entry on its way into the journal, and somebody who waits for it to be there. */
final class WaitingRow {

  private final Written entry;
  private final CompletableFuture<Outcome> fate = new CompletableFuture<>();
  private @Nullable Ticket ticket;
  private boolean abandoned;

  WaitingRow(Entry entry) {
    this.entry = Written.of(entry);
  }

  Written entry() {
    return entry;
  }

  int length() {
    return entry.length();
  }

  /** Takes the row along in a batch; false when nobody waits for it any longer. */
  synchronized boolean isTakenBy(Ticket batch) {
    if (!abandoned) {
      ticket = batch;
    }
    return !abandoned;
  }

  void complete(Outcome outcome) {
    fate.complete(outcome);
  }

  void fail(RuntimeException failure) {
    fate.completeExceptionally(failure);
  }

  /**
   * Its outcome once it is committed; fails with {@link JournalUnavailable} after the limit, too:
   * then no later batch takes the row along.
   */
  CompletableFuture<Outcome> within(Duration limit) {
    return fate.orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS)
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(told(failure)));
  }

  private Throwable told(Throwable failure) {
    return failure instanceof TimeoutException late
        ? new JournalUnavailable("the database has to confirm in time", late, abandon())
        : failure;
  }

  /** The batch that may bring it into the journal all the same; null when there is none. */
  synchronized @Nullable Ticket abandon() {
    abandoned = true;
    return ticket;
  }
}
