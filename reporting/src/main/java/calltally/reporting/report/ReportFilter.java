package calltally.reporting.report;

import org.jspecify.annotations.Nullable;

/**
 * The line, department or manager a report is limited to; null means all.
 *
 * @param line number, or name in the directory
 * @param manager name in the directory, or number when there is no name
 */
public record ReportFilter(
    @Nullable String line, @Nullable String department, @Nullable String manager) {

  public static final ReportFilter NONE = new ReportFilter(null, null, null);

  /** The same filter, limited to that manager. */
  public ReportFilter ofManager(String name) {
    return new ReportFilter(line, department, name);
  }
}
