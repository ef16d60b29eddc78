package calltally.ingest.notification;

import java.util.Locale;

/** What was odd about a notification that was read all the same. */
public enum Remark {
  TIME_WITHOUT_OFFSET,
  CLOCK_AHEAD,
  UNKNOWN_STATUS,
  UNREADABLE_DURATION;

  /** The name in the journal. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
