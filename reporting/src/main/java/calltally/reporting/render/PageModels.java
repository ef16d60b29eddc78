package calltally.reporting.render;

import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.MissedCallReport;
import calltally.reporting.report.Report;

/** The page model of each kind of report. */
final class PageModels {

  private PageModels() {}

  static PageModel of(Report report, Wording wording) {
    if (report instanceof CallReport calls) {
      return new CallPages(calls, wording).page();
    }
    if (report instanceof ManagerReview review) {
      return new ReviewPages(review, wording).page();
    }
    return new MissedPages((MissedCallReport) report, wording).page();
  }
}
