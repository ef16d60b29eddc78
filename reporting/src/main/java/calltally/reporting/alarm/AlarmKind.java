package calltally.reporting.alarm;

import java.util.Locale;

/** What can go wrong. */
enum AlarmKind {
  /** Fewer calls come than is usual for the weekday and hour. */
  FEED_QUIET,
  /** Too many of the last hour's calls were missed. */
  MISSED_RATE,
  /** A report was not delivered by its deadline. */
  REPORT_LATE,
  /** What waits for the database has little room left. */
  SPOOL_FULL,
  /** Calls and statistics are out of date. */
  REFRESH_LATE;

  static AlarmKind parse(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** As the ledger, webhooks and the keys of the words write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
