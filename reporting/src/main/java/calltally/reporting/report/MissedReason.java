package calltally.reporting.report;

import java.util.Locale;

/** Why an incoming call was missed. */
public enum MissedReason {
  CALLER_GAVE_UP,
  NO_ANSWER,
  BUSY,
  UNAVAILABLE,
  NOT_OFFERED,
  UNKNOWN;

  public static MissedReason of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
