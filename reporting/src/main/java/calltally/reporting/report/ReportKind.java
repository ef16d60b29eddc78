package calltally.reporting.report;

import java.util.Locale;

/** What a report tells of. */
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

  /** Its period, unless other dates are asked for. */
  public PeriodLength length() {
    return switch (this) {
      case DAILY, MISSED -> PeriodLength.DAY;
      case WEEKLY -> PeriodLength.WEEK;
      case MONTHLY, MANAGER -> PeriodLength.MONTH;
    };
  }

  /** As the command line, file names and the ledger write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
