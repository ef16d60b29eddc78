package calltally.ingest.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FairExecutorTest {

  private final FairExecutor executor = new FairExecutor("test", 1);
  private final List<String> order = Collections.synchronizedList(new ArrayList<>());
  private final List<CompletableFuture<Boolean>> results = new ArrayList<>();

  @AfterEach
  void stop() {
    executor.close();
  }

  @Test
  void a_sender_does_not_wait_for_the_work_of_another() {
    CompletableFuture<Void> start = new CompletableFuture<>();
    run("long", start);
    for (int number = 0; number < 5; number++) {
      run("long", start);
    }
    run("short", start);
    start.complete(null);

    results.forEach(CompletableFuture::join);

    assertThat(order).hasSize(7);
    assertThat(order.subList(0, 3)).contains("short");
  }

  @Test
  void work_that_fails_does_not_stop_the_thread() {
    assertThatThrownBy(
            () ->
                executor
                    .run(
                        "one",
                        1,
                        () -> {
                          throw new IllegalStateException("broken");
                        })
                    .join())
        .isInstanceOf(CompletionException.class)
        .hasRootCauseMessage("broken");

    run("one", CompletableFuture.completedFuture(null));

    assertThat(results.get(0).join()).isTrue();
  }

  @Test
  void too_much_work_is_refused() {
    assertThatThrownBy(
            () ->
                executor
                    .run("one", (64 << 20) + 1, () -> CompletableFuture.completedFuture(true))
                    .join())
        .hasRootCauseInstanceOf(RejectedExecutionException.class);
  }

  /** Work that keeps the thread until the start. */
  private void run(String sender, CompletableFuture<Void> start) {
    results.add(
        executor.run(
            sender,
            1,
            () -> {
              start.join();
              return CompletableFuture.completedFuture(order.add(sender));
            }));
  }
}
