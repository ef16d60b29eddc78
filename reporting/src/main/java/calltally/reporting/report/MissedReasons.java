package calltally.reporting.report;

import calltally.reporting.call.fold.MissedReason;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Missed calls counted by reason; every reason has a count. */
public record MissedReasons(Map<MissedReason, Integer> counts) {

  public static final MissedReasons NONE = new MissedReasons(Map.of());

  public MissedReasons {
    Map<MissedReason, Integer> complete = new EnumMap<>(MissedReason.class);
    for (MissedReason reason : MissedReason.values()) {
      complete.put(reason, counts.getOrDefault(reason, 0));
    }
    counts = Collections.unmodifiableMap(complete);
  }

  public int of(MissedReason reason) {
    return counts.getOrDefault(reason, 0);
  }

  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
