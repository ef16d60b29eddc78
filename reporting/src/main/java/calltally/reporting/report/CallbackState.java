package calltally.reporting.report;

import java.util.Locale;

/** How far the follow-up of a missed caller has come. */
public enum CallbackState {
  RETURNED,
  CAME_BACK,
  TRIED,
  OUTSTANDING,
  EXPIRED,
  WITHHELD;

  public static CallbackState of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
