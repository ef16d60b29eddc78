package calltally.ingest.journal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A row on its way into the journal, and somebody who waits for it to be there. */
final class WaitingRow {

  private final Row row;
  private final CompletableFuture<Outcome> fate = new CompletableFuture<>();
  private @Nullable Ticket ticket;
  private boolean abandoned;

  WaitingRow(Row row) {
    this.row = row;
  }

  Row row() {
    return row;
  }

  int length() {
    return row.length();
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
   * Its outcome once it is committed.
   *
   * @throws JournalUnavailable after the limit, too: then no later batch takes the row along
   */
  Outcome await(Duration limit) {
    try {
      return fate.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new JournalUnavailable("the database has to confirm in time", e, abandon());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JournalUnavailable("the program is stopping", e, abandon());
    }
  }

  /** The batch that may bring it into the journal all the same; null when there is none. */
  synchronized @Nullable Ticket abandon() {
    abandoned = true;
    return ticket;
  }
}
