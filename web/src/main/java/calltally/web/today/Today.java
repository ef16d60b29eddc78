package calltally.web.today;

import calltally.reporting.report.Report;
import java.util.List;

/**
 * The figures of a source's current date.
 *
 * @param report the daily report of a day that is not over, or a manager's own
 */
record Today(Report report, List<CallInProgress> inProgress, Freshness freshness) {

  Today {
    inProgress = List.copyOf(inProgress);
  }
}
