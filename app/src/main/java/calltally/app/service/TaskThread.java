package calltally.app.service;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that repeats tasks, one at a time, until it is closed. */
final class TaskThread implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TaskThread.class);
  private static final int FAILED = 1;
  private static final int MOST_DOUBLINGS = 20;

  /** A task that is repeated more often than this is repeated at least so often. */
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final String name;
  private final Duration closeTimeout;
  private final ScheduledThreadPoolExecutor executor;

  /**
   * A thread without tasks.
   *
   * @param closeTimeout how long {@link #close} waits for a task that is running
   */
  TaskThread(String name, Duration closeTimeout) {
    this.name = name;
    this.closeTimeout = closeTimeout;
    this.executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /**
   * Runs the task at once, and again after a pause, counted from the end of each run. While it
   * fails, the pause doubles each time, up to {@link #LONGEST_PAUSE}.
   */
  void repeat(Duration pause, RepeatingTask task) {
    schedule(pause, task, Duration.ZERO);
  }

  private void schedule(Duration pause, RepeatingTask task, Duration delay) {
    try {
      ScheduledFuture<?> unused =
          executor.schedule(() -> run(pause, task), delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("{} is not repeated: the thread stops", task, e);
    }
  }

  private void run(Duration pause, RepeatingTask task) {
    try {
      attempt(task, executor::isShutdown);
    } finally {
      schedule(pause, task, pauseAfter(task.failures(), pause));
    }
  }

  static Duration pauseAfter(int failures, Duration pause) {
    int doublings = Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
    Duration doubled = pause.multipliedBy(1L << doublings);
    Duration most = pause.compareTo(LONGEST_PAUSE) > 0 ? pause : LONGEST_PAUSE;
    return doubled.compareTo(most) > 0 ? most : doubled;
  }

  /** Stops repeating; tasks may call this themselves. */
  void stop() {
    executor.shutdown();
  }

  /** Ends the process if memory runs out: the service manager restarts it, the spool is safe. */
  static void attempt(RepeatingTask task, BooleanSupplier isClosing) {
    try {
      task.attempt(isClosing);
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
