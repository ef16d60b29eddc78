package calltally.reporting.alarm;

import java.time.Duration;
import java.util.List;

/**
 * The calls of the last hours, and those of the same hours in earlier weeks.
 *
 * @param length how long before now the window begins
 * @param calls that started in it
 * @param earlier the same count for each comparable earlier week
 */
record FeedWindow(Duration length, int calls, List<Double> earlier) {

  FeedWindow {
    earlier = List.copyOf(earlier);
  }

  /** The median of the earlier weeks, so that one odd week does not matter; 0 without any. */
  double hourlyMedian() {
    List<Double> sorted = earlier.stream().sorted().toList();
    int weeks = sorted.size();
    return weeks == 0 ? 0 : (sorted.get((weeks - 1) / 2) + sorted.get(weeks / 2)) / 2;
  }
}
