package calltally.reporting.report;

import java.time.Instant;

/**
 * One making of a report.
 *
 * @param generatedAt the instant at which its figures were read and call-backs judged
 */
public record ReportRun(ReportSeries scope, DateRange dates, Instant generatedAt) {

  public ReportRun in(String subscription) {
    return new ReportRun(scope.in(subscription), dates, generatedAt);
  }
}
