package calltally.reporting.report.query;

import calltally.reporting.report.RingTimeBin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Counts rings by ring time, in bins {@code [from, until)} of a few seconds. */
final class RingTimeHistogram {

  private static final List<Integer> LIMITS = List.of(0, 3, 6, 9, 12, 15, 20, 30);

  private RingTimeHistogram() {}

  static List<RingTimeBin> of(List<Duration> rings) {
    List<RingTimeBin> times = new ArrayList<>();
    for (int i = 0; i < LIMITS.size(); i++) {
      Duration from = Duration.ofSeconds(LIMITS.get(i));
      Duration until =
          i + 1 < LIMITS.size() ? Duration.ofSeconds(LIMITS.get(i + 1)) : Duration.ofDays(365);
      int within =
          (int)
              rings.stream()
                  .filter(ring -> ring.compareTo(from) >= 0 && ring.compareTo(until) < 0)
                  .count();
      times.add(new RingTimeBin(from, i + 1 < LIMITS.size() ? until : null, within));
    }
    return times;
  }
}
