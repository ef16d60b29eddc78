package calltally.reporting.report;

import java.util.Locale;

/** The kinds of report. */
public enum ReportKind {
  /** One local date. */
  DAILY,
  /** Monday to Sunday. */
  WEEKLY,
  /** A calendar month. */
  MONTHLY,
  /** One manager, in a month. */
  MANAGER,
  /** Every missed call of a day. */
  MISSED;

  /** The length of its period, unless other dates are asked for. */
  public PeriodLength length() {
    return switch (this) {
      case DAILY, MISSED -> PeriodLength.DAY;
      case WEEKLY -> PeriodLength.WEEK;
      case MONTHLY, MANAGER -> PeriodLength.MONTH;
    };
  }

  /** The name on the command line, in file names and in the ledger. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
