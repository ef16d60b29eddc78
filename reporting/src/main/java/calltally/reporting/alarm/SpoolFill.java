package calltally.reporting.alarm;

import java.util.Map;

/**
 * How full the spool of one service is.
 *
 * @param place its folder
 * @param used bytes waiting for the database
 * @param size bytes that may wait
 */
public record SpoolFill(String place, long used, long size) {

  Observation observation(MonitoredSource every) {
    double share = (double) used / size;
    return new Observation(
        AlarmKind.SPOOL_FULL,
        every,
        place,
        share >= AlarmThresholds.SPOOL_FULL_FROM
            ? AlarmState.ALARM
            : share < AlarmThresholds.SPOOL_WELL_BELOW ? AlarmState.WELL : AlarmState.UNDECIDED,
        Map.of("percent", Math.round(100 * share)));
  }
}
