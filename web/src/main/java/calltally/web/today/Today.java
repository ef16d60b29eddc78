package calltally.web.today;

import calltally.reporting.report.CustomerKey;
import calltally.reporting.report.Report;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a date.
 *
 * @param report the daily report, of a day that need not be over, or a manager's own
 * @param usualHours mean of incoming calls by local hour of the usual weekday
 * @param freshness null for another day than today
 * @param keys of the customers who wait
 * @param overdue customers who have waited longer than the call-back deadline; none of another day
 */
record Today(
    Report report,
    Map<Integer, Double> usualHours,
    List<CallInProgress> inProgress,
    @Nullable Freshness freshness,
    Map<String, CustomerKey> keys,
    Set<String> overdue) {

  Today {
    usualHours = Map.copyOf(usualHours);
    inProgress = List.copyOf(inProgress);
    keys = Map.copyOf(keys);
    overdue = Set.copyOf(overdue);
  }
}
