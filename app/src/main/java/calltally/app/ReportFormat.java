package calltally.app;

import java.util.Locale;

/** What a report is written as. */
enum ReportFormat {
  PDF;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
