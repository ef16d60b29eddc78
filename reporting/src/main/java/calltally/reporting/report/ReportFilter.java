package calltally.reporting.report;

import org.jspecify.annotations.Nullable;

/**
 * What somebody asks a report to be about; null means all.
 *
 * @param line its number, or its name in the directory
 * @param manager his name in the directory, or his number when it has none
 */
public record ReportFilter(
    @Nullable String line, @Nullable String department, @Nullable String manager) {

  /** Everything. */
  public static final ReportFilter NONE = new ReportFilter(null, null, null);

  /** The same, of that manager. */
  public ReportFilter ofManager(String name) {
    return new ReportFilter(line, department, name);
  }
}
