package calltally.reporting.alarm;

import calltally.reporting.report.Rate;
import java.time.Duration;
import java.util.Map;

/**
 * The calls of a source up to now.
 *
 * @param started in both directions, within each length of time
 * @param missed missed ones among those of the last hour that were answered or missed, incoming,
 *     within working hours where such are configured
 */
record RecentCalls(Map<Duration, Integer> started, Rate missed) {

  RecentCalls {
    started = Map.copyOf(started);
  }
}
