package calltally.reporting.report.query;

import calltally.reporting.report.CallReport;
import java.util.Map;

/**
 * How the calls of a date go that is not over.
 *
 * @param report compared with what is usual until now; without findings, history and restatements,
 *     which belong to whole dates
 * @param usualHours mean of incoming calls in each local hour of the usual weekday; empty when
 *     nothing is usual
 */
public record CallsSoFar(CallReport report, Map<Integer, Double> usualHours) {

  public CallsSoFar {
    usualHours = Map.copyOf(usualHours);
  }
}
