package calltally.reporting.render;

import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.MissedCallReport;
import calltally.reporting.report.Report;

/** What each report puts on paper. */
final class Sheets {

  private Sheets() {}

  static Sheet of(Report report, Wording wording) {
    if (report instanceof CallReport calls) {
      return new CallSheet(calls, wording).sheet();
    }
    if (report instanceof ManagerReview review) {
      return new ReviewSheet(review, wording).sheet();
    }
    return new MissedSheet((MissedCallReport) report, wording).sheet();
  }
}
