package calltally.reporting.call.fold;

import java.util.Locale;

/** An oddity of a call as a whole. */
public enum Anomaly {
  START_MISSING,
  MIXED_DIRECTION,
  CONTRADICTION,
  NEGATIVE_TIME,
  LONG_GAP,
  TOO_MANY_NOTIFICATIONS,

  /** From a list of finished calls that does not say whose phones rang. */
  RINGS_UNKNOWN;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
