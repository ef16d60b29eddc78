package calltally.reporting.report;

import org.jspecify.annotations.Nullable;

/**
 * What a report tells of, whatever its dates: reports of one scope follow one another.
 *
 * @param source name of the source
 * @param kind daily, weekly and so on
 * @param line null for all
 * @param department null for all
 * @param manager null for all
 * @param subscription whose reports follow one another by themselves; null for all reports
 */
public record ReportSeries(
    String source,
    String kind,
    @Nullable String line,
    @Nullable String department,
    @Nullable String manager,
    @Nullable String subscription) {

  /** Of whoever asks. */
  public ReportSeries(
      String source,
      String kind,
      @Nullable String line,
      @Nullable String department,
      @Nullable String manager) {
    this(source, kind, line, department, manager, null);
  }

  /** The same, of a subscription. */
  public ReportSeries in(@Nullable String other) {
    return new ReportSeries(source, kind, line, department, manager, other);
  }

  /** Everything of a source. */
  public static ReportSeries of(String source, String kind) {
    return new ReportSeries(source, kind, null, null, null);
  }
}
