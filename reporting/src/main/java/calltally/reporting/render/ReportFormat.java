package calltally.reporting.render;

import java.util.Locale;

/** What a report is written as. */
public enum ReportFormat {
  /** On paper. */
  PDF,
  /** For a spreadsheet. */
  XLSX,
  /** For programs, a file for each table. */
  CSV,
  /** For programs, all in one. */
  JSON;

  /** As the command line and the configuration write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
