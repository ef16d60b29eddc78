package calltally.app.service;

import calltally.ingest.metrics.Counters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** Whether the background tasks of a service work, for its metrics and its readiness. */
public final class TaskHealth {

  private final InstantSource clock;
  private final Counters counters;
  private final Map<String, Watched> watched = new ConcurrentSkipListMap<>();

  public TaskHealth(InstantSource clock, Counters counters) {
    this.clock = clock;
    this.counters = counters;
    counters.gaugeBy(
        "task", "task_age_seconds", "Time since a background task last worked.", this::ages);
  }

  /** Expects a task to work at least once within the limit, from now on. */
  void expect(String task, Duration limit) {
    watched.put(task, new Watched(limit, clock.instant()));
  }

  /** Notes that a task has worked, or was up to date at that time. */
  void worked(String task, Instant at) {
    watched.computeIfPresent(task, (name, before) -> new Watched(before.limit(), at));
  }

  void worked(String task) {
    worked(task, clock.instant());
  }

  void failed(String task) {
    counters.taskFailed(task);
  }

  /** The tasks that have not worked for longer than their limit, in alphabetical order. */
  public List<String> late() {
    Instant now = clock.instant();
    return watched.entrySet().stream()
        .filter(task -> task.getValue().isLate(now))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Map<String, Double> ages() {
    Instant now = clock.instant();
    return watched.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                task -> Duration.between(task.getValue().worked(), now).toMillis() / 1000.0));
  }

  private record Watched(Duration limit, Instant worked) {

    boolean isLate(Instant now) {
      return Duration.between(worked, now).compareTo(limit) > 0;
    }
  }
}
