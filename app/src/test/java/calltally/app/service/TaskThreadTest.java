package calltally.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.app.testing.CommandProcess;
import calltally.ingest.metrics.Counters;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class TaskThreadTest {

  private static final Duration PAUSE = Duration.ofMillis(1);

  @TempDir private Path folder;

  @Test
  void a_task_is_repeated_after_any_throwable() throws InterruptedException {
    AtomicInteger attempt = new AtomicInteger();
    CountDownLatch succeeded = new CountDownLatch(2);
    try (TaskThread thread = new TaskThread("tested", Duration.ofSeconds(1))) {
      thread.repeat(
          PAUSE,
          task(
              "task",
              () -> {
                switch (attempt.incrementAndGet()) {
                  case 1 -> throw new IllegalStateException("away");
                  case 2 -> recurse(1);
                  case 3 -> throw new LinkageError("broken");
                  default -> succeeded.countDown();
                }
              }));

      succeeded.await();
    }
  }

  @Test
  void a_failing_task_does_not_stop_other_tasks() throws InterruptedException {
    CountDownLatch failures = new CountDownLatch(3);
    CountDownLatch successes = new CountDownLatch(3);
    try (TaskThread thread = new TaskThread("tested", Duration.ofSeconds(1))) {
      thread.repeat(
          PAUSE,
          task(
              "failing",
              () -> {
                failures.countDown();
                throw new AssertionError("broken");
              }));
      thread.repeat(PAUSE, task("well", successes::countDown));

      failures.await();
      successes.await();
    }
  }

  @Test
  void close_interrupts_a_running_task() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    TaskThread thread = new TaskThread("tested", Duration.ofSeconds(1));
    thread.repeat(
        PAUSE,
        task(
            "waiting",
            () -> {
              started.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
            }));
    started.await();

    thread.close();

    interrupted.await();
  }

  @Test
  void close_does_not_wait_for_a_task_that_ignores_interrupts() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    TaskThread thread = new TaskThread("tested", Duration.ofMillis(10));
    thread.repeat(
        PAUSE,
        task(
            "deaf",
            () -> {
              started.countDown();
              while (released.getCount() > 0) {
                Thread.onSpinWait();
              }
              ended.countDown();
            }));
    started.await();

    thread.close();

    assertThat(ended.getCount()).isOne();
    released.countDown();
    ended.await();
  }

  @Test
  void a_task_can_stop_its_own_thread() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    CompletableFuture<Thread> used = new CompletableFuture<>();
    CountDownLatch stopped = new CountDownLatch(1);
    TaskThread thread = new TaskThread("tested", Duration.ofSeconds(1));
    thread.repeat(
        PAUSE,
        task(
            "once",
            () -> {
              attempts.incrementAndGet();
              used.complete(Thread.currentThread());
              thread.stop();
              stopped.countDown();
            }));
    stopped.await();
    used.join().join();

    assertThat(attempts).hasValue(1);
  }

  @Test
  void out_of_memory_ends_the_process() throws Exception {
    CommandProcess process = CommandProcess.start(folder, Exhausted.class);

    assertThat(process.process().waitFor()).as(process.errors()).isEqualTo(1);
    assertThat(process.errors()).contains("OutOfMemoryError");
  }

  /** A service whose task runs out of memory. */
  static final class Exhausted {

    public static void main(String[] arguments) throws InterruptedException {
      try (TaskThread thread = new TaskThread("exhausted", Duration.ofSeconds(1))) {
        thread.repeat(
            PAUSE, task("task", () -> System.out.println(new long[Integer.MAX_VALUE].length)));
        new CountDownLatch(1).await();
      }
    }
  }

  @Test
  void while_a_task_fails_its_pause_doubles_up_to_30_s() {
    Duration pause = Duration.ofSeconds(3);
    assertThat(IntStream.of(0, 1, 2, 3, 4, 5, 1000).mapToObj(n -> TaskThread.pauseAfter(n, pause)))
        .extracting(Duration::toSeconds)
        .containsExactly(3L, 3L, 6L, 12L, 24L, 30L, 30L);
    assertThat(TaskThread.pauseAfter(9, Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
  }

  private static RepeatingTask task(String name, Runnable work) {
    return new RepeatingTask(name, work, new TaskHealth(InstantSource.system(), new Counters()));
  }

  private static int recurse(int depth) {
    return depth < 0 ? 0 : recurse(depth + 1) + 1;
  }
}
