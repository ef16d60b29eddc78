package calltally.ingest.receiver;

import calltally.ingest.journal.Bounds;
import calltally.ingest.journal.FairQueue;
import calltally.ingest.journal.QueuedRow;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Threads for work that takes long, shared fairly by the senders.
 *
 * <p>They are few: the work keeps a processor busy, and needs several times the memory of what it
 * works on.
 */
final class FairExecutor implements AutoCloseable {

  /** More than the memory for bodies. */
  private static final Bounds QUEUE = new Bounds(10_000, 64 << 20);

  private static final Bounds ONE = new Bounds(1, Integer.MAX_VALUE);

  private final FairQueue<Work> waiting = new FairQueue<>(QUEUE);

  /** Starts the threads. */
  FairExecutor(String name, int threads) {
    for (int number = 1; number <= threads; number++) {
      Thread thread = new Thread(this::work, name + " " + number);
      thread.setDaemon(true);
      thread.start();
    }
  }

  /**
   * Runs the work when it is the sender's turn.
   *
   * @param size of the work, in bytes
   */
  <T> CompletableFuture<T> run(String sender, int size, Supplier<CompletionStage<T>> work) {
    CompletableFuture<CompletionStage<T>> begun = new CompletableFuture<>();
    Work next = new Work(sender, size, () -> begin(work, begun), begun);
    for (Work refused : waiting.add(next)) {
      refused.begun.completeExceptionally(new RejectedExecutionException("too much is waiting"));
    }
    return begun.thenCompose(Function.identity());
  }

  /** Accepts no more work; the threads end once none is waiting. */
  @Override
  public void close() {
    waiting.close();
  }

  private static <T> void begin(
      Supplier<CompletionStage<T>> work, CompletableFuture<CompletionStage<T>> begun) {
    try {
      begun.complete(work.get());
    } catch (RuntimeException e) { // whatever it is, the sender must get an answer
      begun.completeExceptionally(e);
    }
  }

  private void work() {
    try {
      for (List<Work> next = waiting.take(ONE); !next.isEmpty(); next = waiting.take(ONE)) {
        next.get(0).steps.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Work that waits for a thread. */
  private record Work(String source, int length, Runnable steps, CompletableFuture<?> begun)
      implements QueuedRow {}
}
