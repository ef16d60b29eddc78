package calltally.reporting.alarm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How something that is monitored was found.
 *
 * @param source that it is about; {@link MonitoredSource#isEverySource()} for what concerns all
 * @param place where, for what each service has of its own; else empty
 * @param facts names and values, in the order in which the words of the kind name them
 */
record Observation(
    AlarmKind kind,
    MonitoredSource source,
    String place,
    AlarmState state,
    Map<String, Object> facts) {

  Observation {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /** About a source, wherever it is seen from. */
  static Observation of(
      AlarmKind kind, MonitoredSource source, AlarmState state, Map<String, Object> facts) {
    return new Observation(kind, source, "", state, facts);
  }

  /** Of which nothing can be said. */
  static Observation undecided(AlarmKind kind, MonitoredSource source) {
    return of(kind, source, AlarmState.UNDECIDED, Map.of());
  }
}
