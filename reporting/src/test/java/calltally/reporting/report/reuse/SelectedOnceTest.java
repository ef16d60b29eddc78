package calltally.reporting.report.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who selects, and who waits. */
final class SelectedOnceTest {

  private static final int READERS = 8;

  private final SelectedOnce<String, Integer> selected = new SelectedOnce<>();
  private final AtomicInteger selections = new AtomicInteger();

  @Test
  void those_who_ask_the_same_at_once_get_the_answer_of_one_selection() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(READERS);
    CyclicBarrier start = new CyclicBarrier(READERS);
    try {
      List<CompletableFuture<Integer>> answers =
          IntStream.range(0, READERS)
              .mapToObj(
                  reader ->
                      CompletableFuture.supplyAsync(
                          () -> {
                            await(start);
                            return selected.get("today", selections::incrementAndGet);
                          },
                          threads))
              .toList();

      assertThat(answers).allMatch(answer -> answer.join() == 1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void those_who_ask_while_another_thread_selects_wait_for_it() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Supplier<Integer> slow =
          () -> {
            await(end);
            return selections.incrementAndGet();
          };
      CompletableFuture<Integer> first = selected.begin("today", slow, thread);
      CompletableFuture<Integer> second = selected.begin("today", slow, thread);

      assertThat(first).isNotDone();
      assertThat(second).isSameAs(first);
      end.countDown();
      assertThat(second.get(1, TimeUnit.MINUTES)).isEqualTo(1);
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void another_question_has_its_own_answer() {
    assertThat(selected.get("today", selections::incrementAndGet)).isEqualTo(1);
    assertThat(selected.get("yesterday", selections::incrementAndGet)).isEqualTo(2);
    assertThat(selected.get("today", selections::incrementAndGet)).isEqualTo(1);
  }

  @Test
  void a_failure_reaches_the_one_who_asked_and_the_next_one_selects_again() {
    assertThatThrownBy(
            () ->
                selected.get(
                    "today",
                    () -> {
                      throw new IllegalStateException("the database is gone");
                    }))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("the database is gone");

    assertThat(selected.get("today", selections::incrementAndGet)).isEqualTo(1);
  }

  @Test
  void a_thread_that_takes_no_work_leaves_the_question_open() {
    Executor closed =
        work -> {
          throw new RejectedExecutionException("closed");
        };

    assertThatThrownBy(() -> selected.begin("today", selections::incrementAndGet, closed))
        .isInstanceOf(RejectedExecutionException.class);

    assertThat(selected.get("today", selections::incrementAndGet)).isEqualTo(1);
  }

  @Test
  void of_many_questions_those_asked_last_are_kept() {
    for (int question = 0; question < 100; question++) {
      selected.get("question " + question, selections::incrementAndGet);
    }
    selected.get("question 0", selections::incrementAndGet);
    selected.get("one more", selections::incrementAndGet);

    assertThat(selections).hasValue(101);
    selected.get("question 0", selections::incrementAndGet);
    assertThat(selections).hasValue(101);
    selected.get("question 1", selections::incrementAndGet);
    assertThat(selections).hasValue(102);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
