package calltally.reporting.call.fold;

import java.util.Locale;

/** What became of a call. */
public enum CallOutcome {
  ANSWERED,
  MISSED,
  UNFINISHED;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
