package calltally.app.configuration;

import calltally.app.terminal.CommandFailedException;
import calltally.exchange.Exchanges;
import calltally.exchange.PbxProtocol;
import calltally.sql.LocalizedText;
import calltally.sql.NearestNames;
import calltally.sql.settings.CallbackRules;
import calltally.sql.settings.Retention;
import calltally.sql.settings.Targets;
import calltally.sql.settings.Thresholds;
import calltally.sql.settings.WorkingHours;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/**
 * A PBX account as the file describes it.
 *
 * @param access whose requests it takes
 * @param recordingHosts hosts to which calls may link for recordings; empty for any
 * @param callbacks until when missed callers must be called back
 */
public record SourceEntry(
    String name,
    ZoneId zone,
    String region,
    AccessEntry access,
    WorkingHours workingHours,
    Targets targets,
    Thresholds thresholds,
    Set<String> recordingHosts,
    Retention retention,
    CallbackRules callbacks) {

  /** No region: numbers without a country code stay as they are. */
  public static final String NO_REGION = "ZZ";

  /** The name of the source that exists when the file names none. */
  public static final String DEFAULT_NAME = "main";

  static SourceEntry inZone(ZoneId zone) {
    return plain(DEFAULT_NAME, zone, NO_REGION, Exchanges.standard());
  }

  /**
   * A source without settings.
   *
   * @throws CommandFailedException when name, region or exchange breaks its rule
   */
  public static SourceEntry named(String name, ZoneId zone, String region, String exchange) {
    require("name", ValueRule.NAME, name, List.of());
    if (!region.equals(NO_REGION)) {
      require("region", ValueRule.REGION, region, List.of());
    }
    require(
        "exchange",
        ValueRule.EXCHANGE,
        exchange,
        Exchanges.offered().stream().map(PbxProtocol::name).toList());
    return plain(name, zone, region, Exchanges.require(exchange));
  }

  private static <T> void require(String key, ValueRule<T> rule, String text, List<String> known) {
    try {
      T unused = rule.parse().apply(text);
    } catch (RuntimeException e) {
      LocalizedText question = new NearestNames(text).question(known);
      throw new CommandFailedException(e, "source.refused", key, rule.need(), text, question);
    }
  }

  private static SourceEntry plain(String name, ZoneId zone, String region, PbxProtocol exchange) {
    return new SourceEntry(
        name,
        zone,
        region,
        AccessEntry.byGeneratedToken(exchange),
        WorkingHours.UNKNOWN,
        Targets.NONE,
        Thresholds.DEFAULT,
        Set.of(),
        Retention.FOREVER,
        CallbackRules.NONE);
  }

  static SourceEntry from(YamlValue entry) {
    YamlValue source =
        entry.mapping(
            "name",
            "zone",
            "region",
            "exchange",
            "tokens",
            "signing_secrets",
            "secrets",
            "allow",
            "recording_hosts",
            "working_hours",
            "line_hours",
            "holidays",
            "targets",
            "fair_ring",
            "short_call_limit",
            "least_contact",
            "callback_window",
            "retention",
            "callback");
    String region = source.get("region").or(ValueRule.REGION, NO_REGION);
    Thresholds thresholds = ThresholdsEntry.from(source);
    return new SourceEntry(
        source.get("name").required(ValueRule.NAME, ""),
        source.get("zone").required(ValueRule.ZONE, ZoneOffset.UTC),
        region,
        AccessEntry.from(source),
        WeeklyHours.from(source, region),
        targets(source.get("targets")),
        thresholds,
        Set.copyOf(source.get("recording_hosts").all(ValueRule.HOST)),
        RetentionEntry.from(source.get("retention")),
        new CallbackEntry(source.get("callback"), region, thresholds.callbackWindow()).read());
  }

  private static Targets targets(YamlValue entry) {
    YamlValue targets = entry.mapping("answer_rate", "service_level", "service_level_threshold");
    return new Targets(
        targets.get("answer_rate").orNull(ValueRule.SHARE),
        targets.get("service_level").orNull(ValueRule.SHARE));
  }

  /** The secrets stay out of messages. */
  @Override
  public String toString() {
    return "source " + name;
  }
}
