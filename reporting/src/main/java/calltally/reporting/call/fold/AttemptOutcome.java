package calltally.reporting.call.fold;

import java.util.Locale;

/** The outcome of an attempt; the first one that applies. */
public enum AttemptOutcome {
  ANSWERED,
  TAKEN_BY_ANOTHER,
  BUSY,
  UNAVAILABLE,
  CALLER_GAVE_UP,
  NO_ANSWER,
  OTHER,
  RINGING,
  UNKNOWN;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
