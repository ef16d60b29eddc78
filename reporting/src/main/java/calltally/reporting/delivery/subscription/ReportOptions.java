package calltally.reporting.delivery.subscription;

import calltally.reporting.export.CsvDialect;
import calltally.reporting.render.ReportFormat;
import calltally.reporting.report.CustomerNumbers;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How a report is written: its language, its files, and how it shows customers' numbers. */
public record ReportOptions(
    Locale language, Set<ReportFormat> formats, CustomerNumbers numbers, CsvDialect csv) {

  public ReportOptions {
    formats = Set.copyOf(EnumSet.copyOf(formats));
  }

  /** Options with CSV for programs. */
  public ReportOptions(Locale language, Set<ReportFormat> formats, CustomerNumbers numbers) {
    this(language, formats, numbers, CsvDialect.COMMA);
  }
}
