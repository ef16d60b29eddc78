package calltally.reporting.call.fold;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rings of one call by manager, searched by time without comparing each of them. */
final class RingsOfManagers {

  private final Map<String, NavigableMap<Instant, Ring>> ofManagers = new HashMap<>();

  RingsOfManagers(List<Ring> rings) {
    for (Ring ring : rings) {
      if (ring.manager() != null && ring.start() != null) {
        ofManagers
            .computeIfAbsent(ring.manager(), manager -> new TreeMap<>())
            .putIfAbsent(ring.start(), ring);
      }
    }
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
}
