package calltally.reporting.alarm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Observes whether every report was delivered by its deadline. */
record ObserveReports(MonitoredSource source, List<String> late) {

  private static final int NAMED = 5;

  Observation run() {
    String named = String.join(", ", late.subList(0, Math.min(NAMED, late.size())));
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("late", late.size());
    facts.put("reports", late.size() > NAMED ? named + "…" : named);
    return Observation.of(
        AlarmKind.REPORT_LATE, source, late.isEmpty() ? AlarmState.WELL : AlarmState.ALARM, facts);
  }
}
