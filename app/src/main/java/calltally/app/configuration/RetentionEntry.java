package calltally.app.configuration;

import calltally.sql.settings.Retention;

/** Reads how long a source's data is kept. */
final class RetentionEntry {

  private RetentionEntry() {}

  static Retention from(YamlValue entry) {
    YamlValue retention =
        entry.mapping(
            "notifications", "calls", "recordings", "customer_numbers", "reports", "page_access");
    return new Retention(
        retention.get("notifications").orNull(ValueRule.MONTHS),
        retention.get("calls").orNull(ValueRule.MONTHS),
        retention.get("recordings").orNull(ValueRule.MONTHS),
        retention.get("customer_numbers").orNull(ValueRule.DAYS),
        retention.get("reports").orNull(ValueRule.MONTHS),
        retention.get("page_access").orNull(ValueRule.MONTHS));
  }
}
