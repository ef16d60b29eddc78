package calltally.reporting.delivery;

import calltally.reporting.render.ReportFormat;
import calltally.reporting.report.CustomerNumbers;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How a report is written: its language, its files, and what it shows of customers' numbers. */
public record Edition(Locale language, Set<ReportFormat> formats, CustomerNumbers numbers) {

  public Edition {
    formats = Set.copyOf(EnumSet.copyOf(formats));
  }
}
