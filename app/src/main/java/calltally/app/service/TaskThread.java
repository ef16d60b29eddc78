package calltally.app.service;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that repeats tasks, one at a time, until it is closed. */
final class TaskThread implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TaskThread.class);
  private static final int FAILED = 1;

  private final String name;
  private final Duration closeTimeout;
  private final ScheduledExecutorService executor;

  /**
   * A thread without tasks.
   *
   * @param closeTimeout how long {@link #close} waits for a task that is running
   */
  TaskThread(String name, Duration closeTimeout) {
    this.name = name;
    this.closeTimeout = closeTimeout;
    this.executor =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Runs the task at once, and again after a pause, counted from the end of each run. */
  void repeat(Duration pause, RepeatingTask task) {
    ScheduledFuture<?> unused =
        executor.scheduleWithFixedDelay(
            () -> attempt(task), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Stops repeating; tasks may call this themselves. */
  void stop() {
    executor.shutdown();
  }

  /** Ends the process if memory runs out: the service manager restarts it, the spool is safe. */
  private void attempt(RepeatingTask task) {
    try {
      task.attempt(executor::isShutdown);
    } catch (OutOfMemoryError e) {
      try {
        LOG.error("{} ran out of memory; ending the process", task, e);
      } finally {
        Runtime.getRuntime().halt(FAILED);
      }
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(closeTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("{} did not finish in time; the next service continues it", name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
