package calltally.app.configuration;

import calltally.sql.settings.Thresholds;

/** Reads the time limits by which a source's calls are judged. */
final class ThresholdsEntry {

  private ThresholdsEntry() {}

  /** Those of a source, which has them among its own keys and its targets. */
  static Thresholds from(YamlValue source) {
    return new Thresholds(
        source
            .get("targets")
            .get("service_level_threshold")
            .or(ValueRule.DURATION, Thresholds.DEFAULT.serviceLevel()),
        source.get("short_call_limit").or(ValueRule.DURATION, Thresholds.DEFAULT.shortCall()),
        source.get("fair_ring").or(ValueRule.DURATION, Thresholds.DEFAULT.fairRing()),
        source.get("least_contact").or(ValueRule.DURATION, Thresholds.DEFAULT.leastContact()),
        source.get("callback_window").or(ValueRule.DURATION, Thresholds.DEFAULT.callbackWindow()));
  }
}
