package calltally.reporting.report.query;

import calltally.reporting.report.Comparison;
import java.util.Map;
import java.util.Optional;

/**
 * What is usual until a time of day.
 *
 * @param comparison empty when nothing is usual, as are the hours
 * @param hours mean of incoming calls in each local hour of the whole usual weekday
 */
record UsualSoFar(Optional<Comparison> comparison, Map<Integer, Double> hours) {

  UsualSoFar {
    hours = Map.copyOf(hours);
  }
}
