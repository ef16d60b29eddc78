package calltally.reporting.alarm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The state in which something monitored was found.
 *
 * @param source the source concerned; {@link MonitoredSource#isEverySource()} for what concerns all
 * @param place where, for what each service has its own of; empty otherwise
 * @param facts names and values, in the order of the placeholders in the kind's message
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

  /** About a source, the same for every service that looks. */
  static Observation of(
      AlarmKind kind, MonitoredSource source, AlarmState state, Map<String, Object> facts) {
    return new Observation(kind, source, "", state, facts);
  }

  /** An observation from which nothing follows. */
  static Observation undecided(AlarmKind kind, MonitoredSource source) {
    return of(kind, source, AlarmState.UNDECIDED, Map.of());
  }
}
