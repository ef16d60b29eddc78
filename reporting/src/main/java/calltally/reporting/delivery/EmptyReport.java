package calltally.reporting.delivery;

import calltally.reporting.report.CallReport;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.MissedCallReport;
import calltally.reporting.report.Report;

/** Decides whether a report has nothing to say. */
final class EmptyReport {

  private EmptyReport() {}

  /** Whether there was no call at all; days without data make a report worth sending. */
  static boolean of(Report report) {
    return report.head().quality().daysWithoutData().isEmpty()
        && report.head().restated().isEmpty()
        && hasNoCalls(report);
  }

  private static boolean hasNoCalls(Report report) {
    if (report instanceof CallReport calls) {
      return calls.totals().calls().incoming() == 0 && calls.totals().outgoing() == 0;
    }
    if (report instanceof ManagerReview review) {
      return review.own().attempts().attempts() == 0 && review.own().outgoing() == 0;
    }
    return ((MissedCallReport) report).calls().isEmpty();
  }
}
