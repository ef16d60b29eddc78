package calltally.reporting.alarm;

import java.util.Map;

/**
 * How much waits for the database in one service.
 *
 * @param place its folder
 * @param used bytes that wait
 * @param size bytes that may wait
 */
public record SpoolLevel(String place, long used, long size) {

  Observation observation(WatchedSource every) {
    double share = (double) used / size;
    return new Observation(
        AlarmKind.SPOOL_FULL,
        every,
        place,
        share >= WatchRules.SPOOL_FULL_FROM
            ? Standing.ALARM
            : share < WatchRules.SPOOL_WELL_BELOW ? Standing.WELL : Standing.UNDECIDED,
        Map.of("percent", Math.round(100 * share)));
  }
}
