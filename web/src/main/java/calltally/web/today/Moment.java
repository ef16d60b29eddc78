package calltally.web.today;

import java.util.List;
import java.util.Set;

/**
 * What is so at this moment, next to the figures of the day.
 *
 * @param overdue customers who have waited longer than the call-back deadline
 */
record Moment(List<CallInProgress> inProgress, Freshness freshness, Set<String> overdue) {

  Moment {
    inProgress = List.copyOf(inProgress);
    overdue = Set.copyOf(overdue);
  }
}
