package calltally.reporting.report.query;

import calltally.reporting.report.Period;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.Scope;
import org.jooq.DSLContext;

/** The report of the requested kind. */
record SelectReport(ReportRequest request) {

  Report run(DSLContext sql) {
    ReportSource facts = new SelectReportSource(request.source()).run(sql);
    Period period = new Period(request.dates(), facts.zone());
    Scope scope = new SelectScope(request.source(), request.filter()).run(sql);
    ReportHead head = head(scope, period, facts, sql);
    return switch (request.kind()) {
      case DAILY, WEEKLY, MONTHLY -> new SelectCallReport(head, facts.sourceId()).run(sql);
      case MANAGER -> new SelectManagerReview(head).run(sql);
      case MISSED -> new SelectMissedCallReport(head).run(sql);
    };
  }

  private ReportHead head(Scope scope, Period period, ReportSource facts, DSLContext sql) {
    return new ReportHead(
        request.kind(),
        scope,
        period,
        request.generatedAt(),
        facts.targets(),
        facts.thresholds(),
        new SelectQuality(request.source(), period, request.generatedAt()).run(sql),
        new SelectReportedFigures(
                ReportHead.reportScope(request.kind(), scope).in(request.subscription()),
                period.dates())
            .run(sql),
        null);
  }
}
