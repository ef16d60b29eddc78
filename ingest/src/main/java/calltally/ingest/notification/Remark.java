package calltally.ingest.notification;

import java.util.Locale;

/** An oddity of a notification that could be read nonetheless. */
public enum Remark {
  TIME_WITHOUT_OFFSET,
  CLOCK_AHEAD,
  UNKNOWN_STATUS,
  UNREADABLE_DURATION,
  ROUNDED_NUMBER,
  RECORDING_REFUSED;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
