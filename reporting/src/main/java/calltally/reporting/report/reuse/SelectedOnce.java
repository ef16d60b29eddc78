package calltally.reporting.report.reuse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Answers to the latest questions, each selected once: those who ask the same meanwhile wait for
 * that selection. A failed one is repeated for the next who asks.
 *
 * @param <Q> all that the answer depends on, the state of the data too
 * @param <A> what is selected
 */
public final class SelectedOnce<Q, A> {

  private static final int MOST_KEPT = 100;

  private final Map<Q, CompletableFuture<A>> answers = new LinkedHashMap<>(16, 0.75f, true);

  /** The answer, selected by this thread unless another one has done so. */
  public A get(Q question, Supplier<A> select) {
    return result(begin(question, select, Runnable::run));
  }

  /** The answer, selected by another thread unless that has been done. */
  public CompletableFuture<A> begin(Q question, Supplier<A> select, Executor thread) {
    CompletableFuture<A> asked = new CompletableFuture<>();
    CompletableFuture<A> known = known(question, asked);
    if (known == asked) {
      try {
        thread.execute(() -> select(select, asked));
      } catch (RuntimeException e) {
        asked.completeExceptionally(e);
        throw e;
      }
    }
    return known;
  }

  /** The answer, or the failure as the selection threw it. */
  public static <A> A result(CompletableFuture<A> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static <A> void select(Supplier<A> select, CompletableFuture<A> asked) {
    try {
      asked.complete(select.get());
    } catch (RuntimeException | Error e) {
      asked.completeExceptionally(e);
    }
  }

  private synchronized CompletableFuture<A> known(Q question, CompletableFuture<A> asked) {
    CompletableFuture<A> known = answers.get(question);
    if (known != null && !known.isCompletedExceptionally()) {
      return known;
    }
    answers.put(question, asked);
    if (answers.size() > MOST_KEPT) {
      answers.remove(answers.keySet().iterator().next());
    }
    return asked;
  }
}
