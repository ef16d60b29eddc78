package calltally.reporting.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The number of a source's calls in each hour of earlier weeks, by the hour's start; hours without
 * calls are absent.
 */
record HourlyCalls(Map<Instant, Integer> calls) {

  private static final Duration HOUR = Duration.ofHours(1);

  HourlyCalls {
    calls = Map.copyOf(calls);
  }

  /** Counts a part of an hour as if its calls were spread evenly. */
  double between(Instant from, Instant until) {
    return calls.entrySet().stream()
        .mapToDouble(hour -> hour.getValue() * shareOf(hour.getKey(), from, until))
        .sum();
  }

  private static double shareOf(Instant hour, Instant from, Instant until) {
    Instant start = hour.isAfter(from) ? hour : from;
    Instant end = hour.plus(HOUR).isBefore(until) ? hour.plus(HOUR) : until;
    return start.isBefore(end)
        ? (double) Duration.between(start, end).toMillis() / HOUR.toMillis()
        : 0;
  }
}
