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
 * @param moment null for another day than today
 * @param keys of the customers who wait
 */
record Today(
    Report report,
    Map<Integer, Double> usualHours,
    @Nullable Moment moment,
    Map<String, CustomerKey> keys) {

  Today {
    usualHours = Map.copyOf(usualHours);
    keys = Map.copyOf(keys);
  }

  /** None of another day. */
  List<CallInProgress> inProgress() {
    return moment == null ? List.of() : moment.inProgress();
  }

  /** Null for another day. */
  @Nullable Freshness freshness() {
    return moment == null ? null : moment.freshness();
  }

  /** Customers who have waited longer than the call-back deadline; none of another day. */
  Set<String> overdue() {
    return moment == null ? Set.of() : moment.overdue();
  }
}
