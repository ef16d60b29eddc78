package calltally.reporting.call.fold;

import java.util.Locale;

/** The outcome of a call. */
public enum CallOutcome {
  ANSWERED,
  MISSED,
  UNFINISHED;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
