package calltally.reporting.report;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to read.
 *
 * @param dates any local dates
 * @param generatedAt the moment at which everything is seen
 * @param subscription whose earlier reports it restates; null for those of everybody
 */
public record ReportRequest(
    ReportKind kind,
    String source,
    DateRange dates,
    ReportFilter filter,
    Instant generatedAt,
    @Nullable String subscription) {

  /** Of whoever asks. */
  public ReportRequest(
      ReportKind kind, String source, DateRange dates, ReportFilter filter, Instant generatedAt) {
    this(kind, source, dates, filter, generatedAt, null);
  }

  /** Of the day, week or month of the date, as the kind has it. */
  public static ReportRequest of(
      ReportKind kind, String source, LocalDate date, Instant generatedAt) {
    return new ReportRequest(
        kind, source, kind.length().containing(date), ReportFilter.NONE, generatedAt);
  }

  /** The same, of these alone. */
  public ReportRequest with(ReportFilter other) {
    return new ReportRequest(kind, source, dates, other, generatedAt, subscription);
  }
}
