package calltally.reporting.alarm;

import java.util.Locale;

/** A kind of problem. */
enum AlarmKind {
  /** Fewer calls are coming in than is usual for the weekday and hour. */
  FEED_QUIET,
  /** Too many of the last hour's calls were missed. */
  MISSED_RATE,
  /** A report was not delivered by its deadline. */
  REPORT_LATE,
  /** The spool, which holds what waits for the database, is nearly full. */
  SPOOL_FULL,
  /** Calls and statistics are out of date. */
  REFRESH_LATE,
  /** Many requests have a wrong token, address or signature. */
  INTRUSION,
  /** A program or CRM has not been notified of callers. */
  HANDOVER_LATE;

  static AlarmKind parse(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** The name in the ledger, in webhooks and in the keys of message texts. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
