package calltally.exchange;

import java.util.Locale;

/** An oddity of a notification that could be read nonetheless. */
public enum Remark {
  TIME_WITHOUT_OFFSET,
  CLOCK_AHEAD,
  UNKNOWN_STATUS,
  UNREADABLE_DURATION,
  ROUNDED_NUMBER,
  RECORDING_REFUSED,
  /** The exchange reports no time. */
  TIME_OF_RECEIPT;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
