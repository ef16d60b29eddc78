package calltally.reporting.report;

import org.jspecify.annotations.Nullable;

/**
 * Reports of one kind and scope that follow one another, whatever their dates.
 *
 * @param source name of the source
 * @param kind daily, weekly and so on
 * @param line null for all
 * @param department null for all
 * @param manager null for all
 * @param subscription the subscription with a series of its own; null for reports outside any
 */
public record ReportSeries(
    String source,
    String kind,
    @Nullable String line,
    @Nullable String department,
    @Nullable String manager,
    @Nullable String subscription) {

  /** A series outside any subscription. */
  public ReportSeries(
      String source,
      String kind,
      @Nullable String line,
      @Nullable String department,
      @Nullable String manager) {
    this(source, kind, line, department, manager, null);
  }

  /** The same series within a subscription. */
  public ReportSeries in(@Nullable String other) {
    return new ReportSeries(source, kind, line, department, manager, other);
  }

  /** All calls of a source. */
  public static ReportSeries of(String source, String kind) {
    return new ReportSeries(source, kind, null, null, null);
  }
}
