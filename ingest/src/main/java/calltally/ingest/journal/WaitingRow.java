package calltally.ingest.journal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A delivery on its way into the journal.
 *
 * @param json as {@link DeliveryRow} writes it
 * @param fate what became of it: an outcome once it is committed, {@link RowRefused} or {@link
 *     JournalUnavailable}
 */
record WaitingRow(String json, CompletableFuture<Outcome> fate) {

  static WaitingRow of(Delivery delivery) {
    return new WaitingRow(DeliveryRow.of(delivery), new CompletableFuture<>());
  }

  int length() {
    return json.length();
  }

  Outcome await(Duration limit) {
    try {
      return fate.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new JournalUnavailable("the database has to confirm in time", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JournalUnavailable("the program is stopping", e);
    }
  }
}
