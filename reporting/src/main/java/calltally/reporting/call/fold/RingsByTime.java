package calltally.reporting.call.fold;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rings of one call, searched by the time of an answer without comparing each of them. */
final class RingsByTime {

  private final Map<String, NavigableMap<Instant, Ring>> ofManagers = new HashMap<>();
  private final RingingTimes all;
  private final RingingTimes answered;

  RingsByTime(List<Ring> rings) {
    for (Ring ring : rings) {
      if (ring.manager() != null && ring.start() != null) {
        ofManagers
            .computeIfAbsent(ring.manager(), manager -> new TreeMap<>())
            .putIfAbsent(ring.start(), ring);
      }
    }
    all = RingingTimes.of(rings);
    answered = RingingTimes.of(rings.stream().filter(Ring::saysAnswer).toList());
  }

  /** The manager's last ring that had started by the answer; null when it had ended before. */
  @Nullable Ring latestOf(@Nullable String manager, Instant answer) {
    NavigableMap<Instant, Ring> rings = manager == null ? null : ofManagers.get(manager);
    if (rings == null) {
      return null;
    }
    Map.Entry<Instant, Ring> latest = rings.floorEntry(answer.plus(Ring.TOLERANCE));
    return latest != null && latest.getValue().notEndedBefore(answer) ? latest.getValue() : null;
  }

  /**
   * The only ring at that time whose end says answer, else the only ring at that time; null when
   * none or several fit.
   */
  @Nullable Ring answeredAt(Instant answer) {
    Ring ring = answered.onlyAt(answer);
    return ring != null ? ring : all.onlyAt(answer);
  }
}
