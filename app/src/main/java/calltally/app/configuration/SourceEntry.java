package calltally.app.configuration;

import calltally.sql.source.Retention;
import calltally.sql.source.Targets;
import calltally.sql.source.Thresholds;
import calltally.sql.source.WorkingHours;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A PBX account as the file describes it.
 *
 * @param access whose requests it takes
 */
public record SourceEntry(
    String name,
    ZoneId zone,
    String region,
    Access access,
    WorkingHours workingHours,
    Targets targets,
    Thresholds thresholds,
    Retention retention) {

  /** No region: numbers without a country code stay as they are. */
  public static final String NO_REGION = "ZZ";

  /** The name of the source that is there when the file names none. */
  public static final String DEFAULT_NAME = "main";

  static SourceEntry inZone(ZoneId zone) {
    return plain(DEFAULT_NAME, zone, NO_REGION);
  }

  /**
   * A source of which nothing else is known.
   *
   * @throws IllegalArgumentException when name or region break their rules
   */
  public static SourceEntry named(String name, ZoneId zone, String region) {
    require(Rule.NAME, name);
    if (!region.equals(NO_REGION)) {
      require(Rule.REGION, region);
    }
    return plain(name, zone, region);
  }

  private static void require(Rule<String> rule, String text) {
    try {
      String unused = rule.parse().apply(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "source could not be added: it needs %s, was %s".formatted(rule.words(), text), e);
    }
  }

  private static SourceEntry plain(String name, ZoneId zone, String region) {
    return new SourceEntry(
        name,
        zone,
        region,
        Access.BY_GENERATED_TOKEN,
        WorkingHours.UNKNOWN,
        Targets.NONE,
        Thresholds.DEFAULT,
        Retention.FOR_EVER);
  }

  static SourceEntry from(Entry entry) {
    Entry source =
        entry.mapping(
            "name",
            "zone",
            "region",
            "tokens",
            "signing_secrets",
            "allow",
            "working_hours",
            "line_hours",
            "holidays",
            "targets",
            "short_call_limit",
            "callback_window",
            "retention");
    String region = source.get("region").or(Rule.REGION, NO_REGION);
    return new SourceEntry(
        source.get("name").required(Rule.NAME, ""),
        source.get("zone").required(Rule.ZONE, ZoneOffset.UTC),
        region,
        Access.from(source),
        WeeklyHours.from(source, region),
        targets(source.get("targets")),
        thresholds(source),
        retention(source.get("retention")));
  }

  private static Targets targets(Entry entry) {
    Entry targets = entry.mapping("answer_rate", "service_level", "service_level_threshold");
    return new Targets(
        targets.get("answer_rate").orNull(Rule.SHARE),
        targets.get("service_level").orNull(Rule.SHARE));
  }

  private static Thresholds thresholds(Entry source) {
    return new Thresholds(
        source
            .get("targets")
            .get("service_level_threshold")
            .or(Rule.DURATION, Thresholds.DEFAULT.serviceLevel()),
        source.get("short_call_limit").or(Rule.DURATION, Thresholds.DEFAULT.shortCall()),
        source.get("callback_window").or(Rule.DURATION, Thresholds.DEFAULT.callbackWindow()));
  }

  private static Retention retention(Entry entry) {
    Entry retention =
        entry.mapping("notifications", "calls", "recordings", "customer_numbers", "reports");
    return new Retention(
        retention.get("notifications").orNull(Rule.MONTHS),
        retention.get("calls").orNull(Rule.MONTHS),
        retention.get("recordings").orNull(Rule.MONTHS),
        retention.get("customer_numbers").orNull(Rule.DAYS),
        retention.get("reports").orNull(Rule.MONTHS));
  }

  /** The secrets stay out of messages. */
  @Override
  public String toString() {
    return "source " + name;
  }
}
