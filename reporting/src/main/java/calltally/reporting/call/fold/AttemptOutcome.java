package calltally.reporting.call.fold;

import java.util.Locale;

/** The outcome of an attempt; the first one that applies. */
public enum AttemptOutcome {
  ANSWERED,
  TAKEN_BY_ANOTHER,
  CALLER_GAVE_UP,
  BUSY,
  UNAVAILABLE,
  NO_ANSWER,
  OTHER,
  RINGING,
  UNKNOWN;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
