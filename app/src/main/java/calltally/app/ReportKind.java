package calltally.app;

import java.util.Locale;

/** What a report is about. */
enum ReportKind {
  DAILY;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
