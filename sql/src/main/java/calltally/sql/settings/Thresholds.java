package calltally.sql.settings;

import java.time.Duration;

/**
 * Time limits by which a source's calls are judged.
 *
 * @param serviceLevel a call answered with wait ≤ this is answered in time
 * @param shortCall a missed call with wait &lt; this is short
 * @param fairRing a phone that rang ≥ this could have been answered
 * @param leastContact a call that lasted ≥ this from its answer on reached the customer
 * @param callbackWindow a call that starts ≤ this after a missed call's end may be its call-back
 */
public record Thresholds(
    Duration serviceLevel,
    Duration shortCall,
    Duration fairRing,
    Duration leastContact,
    Duration callbackWindow) {

  /** For a source whose configuration names none; CONTRIBUTING.md lists what must follow. */
  public static final Thresholds DEFAULT =
      new Thresholds(
          Duration.ofSeconds(20),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          Duration.ofDays(7));
}
