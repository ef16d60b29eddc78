package calltally.sql.settings;

import java.time.Duration;

/**
 * Time limits by which a source's calls are judged.
 *
 * @param serviceLevel a call answered with wait ≤ this is answered in time
 * @param shortCall a missed call with wait &lt; this is short
 * @param callbackWindow a call that starts ≤ this after a missed call's end may be its call-back
 */
public record Thresholds(Duration serviceLevel, Duration shortCall, Duration callbackWindow) {

  /** For a source whose configuration names none; CONTRIBUTING.md lists what must follow. */
  public static final Thresholds DEFAULT =
      new Thresholds(Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofDays(7));
}
