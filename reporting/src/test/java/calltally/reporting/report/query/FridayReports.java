package calltally.reporting.report.query;

import calltally.reporting.report.CallReport;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportFilter;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import java.time.LocalDate;

/** Reports of a history about Friday, or the week or month around it, as of the next morning. */
record FridayReports(History history) {

  static final LocalDate FRIDAY = LocalDate.parse("2026-11-20");

  /** The daily report. */
  CallReport calls() {
    return calls(ReportFilter.NONE);
  }

  /** The daily report of a part of the calls. */
  CallReport calls(ReportFilter filter) {
    return (CallReport) select(ReportKind.DAILY, filter);
  }

  Report select(ReportKind kind, ReportFilter filter) {
    return new Reports(history.pool())
        .select(
            ReportRequest.of(kind, "main", FRIDAY, history.instant("2026-11-21T08:00"))
                .with(filter));
  }
}
