package calltally.reporting.report.query;

import calltally.reporting.report.CallReport;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportFilter;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Reports about a busy week, and queries of the views that they are compared with. */
record BusyWeekReports(History history) implements AutoCloseable {

  static final Instant GENERATED = Instant.parse("2026-11-23T05:00:00Z");

  /** Missed calls as judged then, with their calls. */
  static final String JUDGED =
      "analytics.missed_call_at('%s') missed join analytics.call using (source, pbx_id)"
          .formatted(GENERATED);

  private static final LocalDate FRIDAY = LocalDate.parse("2026-11-20");

  BusyWeekReports() {
    this(BusyWeek.history());
  }

  CallReport weekly() {
    return (CallReport) report(ReportKind.WEEKLY, ReportFilter.NONE);
  }

  ManagerReview review() {
    return (ManagerReview) report(ReportKind.MANAGER, ReportFilter.NONE.ofManager("Anna"));
  }

  Report report(ReportKind kind, ReportFilter filter) {
    DateRange dates =
        kind == ReportKind.MISSED
            ? ReportKind.WEEKLY.length().containing(FRIDAY)
            : kind.length().containing(FRIDAY);
    return new Reports(history.pool())
        .select(new ReportRequest(kind, "main", dates, filter, GENERATED));
  }

  /** The rows of a query, each as one text. */
  List<String> rows(String query) {
    return history.sql().fetch(query).map(row -> RowText.joined(row.intoArray()));
  }

  @Override
  public void close() {
    history.close();
  }
}
