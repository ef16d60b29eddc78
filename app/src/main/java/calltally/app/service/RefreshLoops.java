package calltally.app.service;

import calltally.reporting.call.Refresh;
import calltally.reporting.call.RefreshResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Refreshes the slices of the sources in several threads; services that share a database share its
 * slices.
 */
final class RefreshLoops implements AutoCloseable {

  static final String TASK = "refresh";

  static final Duration PAUSE = Duration.ofSeconds(3);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

  private final Refresh refresh;
  private final int tasks;
  private final List<TaskThread> threads = new ArrayList<>();

  private RefreshLoops(Refresh refresh, int tasks) {
    this.refresh = refresh;
    this.tasks = tasks;
  }

  /**
   * Starts refreshing.
   *
   * @param tasks the configured number of slices
   * @param atOnce how many are refreshed at the same time
   */
  static RefreshLoops start(Refresh refresh, int tasks, int atOnce, TaskHealth health) {
    RefreshLoops loops = new RefreshLoops(refresh, tasks);
    for (int thread = 0; thread < atOnce; thread++) {
      loops.threads.add(new TaskThread(TASK + " " + thread, CLOSE_TIMEOUT));
    }
    for (int task = 0; task < tasks; task++) {
      int first = task;
      loops
          .threads
          .get(task % atOnce)
          .repeat(PAUSE, new RepeatingTask(TASK, () -> loops.refresh(first), health));
    }
    return loops;
  }

  /** Another service may have changed their number: each slice is still some task's. */
  private void refresh(int first) {
    RuntimeException failure = null;
    int slices = refresh.slices();
    for (int slice = first; slice < slices; slice += tasks) {
      try {
        Optional<RefreshResult> unused = refresh.runIfDue(slice, PAUSE);
      } catch (RuntimeException e) {
        failure = failure == null ? e : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() {
    threads.forEach(TaskThread::close);
  }
}
