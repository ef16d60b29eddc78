package calltally.reporting.report;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A report that is asked for.
 *
 * @param dates any local dates
 * @param generatedAt the moment the figures are of; call-backs are judged at it
 * @param subscription subscription whose earlier reports it restates; null for those outside any
 */
public record ReportRequest(
    ReportKind kind,
    String source,
    DateRange dates,
    ReportFilter filter,
    Instant generatedAt,
    @Nullable String subscription) {

  /** A request outside any subscription. */
  public ReportRequest(
      ReportKind kind, String source, DateRange dates, ReportFilter filter, Instant generatedAt) {
    this(kind, source, dates, filter, generatedAt, null);
  }

  /** Asks for the day, week or month that contains the date. */
  public static ReportRequest of(
      ReportKind kind, String source, LocalDate date, Instant generatedAt) {
    return new ReportRequest(
        kind, source, kind.length().containing(date), ReportFilter.NONE, generatedAt);
  }

  /** The same request as of another moment. */
  public ReportRequest at(Instant moment) {
    return new ReportRequest(kind, source, dates, filter, moment, subscription);
  }

  /** The same request with another filter. */
  public ReportRequest with(ReportFilter other) {
    return new ReportRequest(kind, source, dates, other, generatedAt, subscription);
  }
}
