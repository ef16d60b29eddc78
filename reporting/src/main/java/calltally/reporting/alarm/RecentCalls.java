package calltally.reporting.alarm;

import calltally.reporting.report.Rate;
import java.time.Duration;
import java.util.Map;

/**
 * A source's calls up to now.
 *
 * @param started calls in both directions, by the length of the window they started in
 * @param missed missed ÷ (answered + missed) of the last hour's incoming calls, within working
 *     hours where those are configured
 */
record RecentCalls(Map<Duration, Integer> started, Rate missed) {

  RecentCalls {
    started = Map.copyOf(started);
  }
}
