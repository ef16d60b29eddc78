package calltally.reporting.render;

import java.util.Locale;

/** File formats of a report. */
public enum ReportFormat {
  /** For reading and printing. */
  PDF,
  /** For a spreadsheet. */
  XLSX,
  /** For programs, one file per table. */
  CSV,
  /** For programs, all tables in one file. */
  JSON;

  /** The name on the command line and in the configuration. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
