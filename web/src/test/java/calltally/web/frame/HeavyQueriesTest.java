package calltally.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many queries of figures run at once. */
final class HeavyQueriesTest {

  private static final int QUERIES = 8;

  private final HeavyQueries queries = new HeavyQueries(2);
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final CyclicBarrier two = new CyclicBarrier(2);

  @Test
  void two_queries_run_at_once_and_no_more() {
    ExecutorService threads = Executors.newFixedThreadPool(QUERIES);
    try {
      List<CompletableFuture<Integer>> asked =
          IntStream.range(0, QUERIES)
              .mapToObj(
                  query -> CompletableFuture.supplyAsync(() -> queries.run(this::query), threads))
              .toList();

      asked.forEach(CompletableFuture::join);
      assertThat(most).hasValue(2);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void where_one_is_allowed_they_run_one_after_another() {
    HeavyQueries single = new HeavyQueries(1);
    ExecutorService threads = Executors.newFixedThreadPool(QUERIES);
    try {
      List<CompletableFuture<Integer>> asked =
          IntStream.range(0, QUERIES)
              .mapToObj(
                  query ->
                      CompletableFuture.supplyAsync(
                          () ->
                              single.run(
                                  () -> {
                                    int others = running.getAndIncrement();
                                    running.decrementAndGet();
                                    return others;
                                  }),
                          threads))
              .toList();

      assertThat(asked).allMatch(others -> others.join() == 0);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Each query ends only next to another one. */
  private int query() {
    most.accumulateAndGet(running.incrementAndGet(), Math::max);
    try {
      two.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
    return running.decrementAndGet();
  }
}
