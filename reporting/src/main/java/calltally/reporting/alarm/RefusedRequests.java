package calltally.reporting.alarm;

import java.util.Map;

/**
 * The requests that one service refused in ten minutes because their token, address or signature
 * was wrong.
 *
 * @param place the folder of its spool
 */
public record RefusedRequests(String place, long requests) {

  Observation observation(MonitoredSource every) {
    return new Observation(
        AlarmKind.INTRUSION,
        every,
        place,
        requests >= AlarmThresholds.INTRUSION_FROM
            ? AlarmState.ALARM
            : requests < AlarmThresholds.INTRUSION_WELL_BELOW
                ? AlarmState.WELL
                : AlarmState.UNDECIDED,
        Map.of("requests", requests));
  }
}
