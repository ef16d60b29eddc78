package calltally.app.conformance;

import calltally.exchange.Exchanges;
import calltally.exchange.PbxProtocol;
import calltally.exchange.field.FieldValue;
import calltally.exchange.field.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The sample requests of one exchange, with what must become of them.
 *
 * @param secrets of the source that receives them
 */
public record ConformanceFolder(
    PbxProtocol exchange,
    ZoneId zone,
    String region,
    Map<String, String> secrets,
    List<Scenario> scenarios) {

  /** The name of the file that describes the source. */
  public static final String SOURCE = "source.json";

  private static final String NO_REGION = "ZZ";

  /**
   * Reads a folder.
   *
   * @throws FaultInFolder when a file breaks a rule
   */
  public static ConformanceFolder read(Path folder) throws IOException {
    Path file = folder.resolve(SOURCE);
    if (!Files.exists(file)) {
      throw new FaultInFolder(file, 1, "the folder must have this file");
    }
    ExpectedFile source = ExpectedFile.read(file, Set.of("exchange", "zone", "region", "secrets"));
    PbxProtocol exchange = exchange(source);
    return new ConformanceFolder(
        exchange, zone(source), region(source), secrets(source, exchange), scenarios(folder));
  }

  private static PbxProtocol exchange(ExpectedFile source) {
    String name = source.fields().text("exchange").orElse("");
    List<String> known = Exchanges.all().stream().map(PbxProtocol::name).toList();
    return Exchanges.named(name)
        .orElseThrow(
            () ->
                source.fault(
                    "exchange",
                    "exchange must be one of %s (was %s)"
                        .formatted(String.join(", ", known), name)));
  }

  private static ZoneId zone(ExpectedFile source) {
    String zone = source.fields().text("zone").orElse("UTC");
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      throw source.fault(
          "zone", "zone must be an IANA time zone, such as Europe/Minsk (was %s)".formatted(zone));
    }
    return ZoneId.of(zone);
  }

  private static String region(ExpectedFile source) {
    String region = source.fields().text("region").orElse(NO_REGION);
    if (!region.equals(NO_REGION)
        && !Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(region)) {
      throw source.fault(
          "region",
          "region must be a country of two letters, such as BY (was %s)".formatted(region));
    }
    return region;
  }

  /** All that the exchange has, or none: then its requests are taken without proof. */
  private static Map<String, String> secrets(ExpectedFile source, PbxProtocol exchange) {
    Fields sent = source.fields().inside("secrets");
    if (source.fields().has("secrets")
        && !(source.fields().values().get("secrets") instanceof FieldValue.Members)) {
      throw source.fault("secrets", "secrets must be an object");
    }
    if (exchange.secretNames().isEmpty() && !sent.values().isEmpty()) {
      throw source.fault("secrets", "exchange %s has no secrets".formatted(exchange.name()));
    }
    source.requireKeys("a secret of " + exchange.name(), sent, exchange.secretNames());
    Map<String, String> secrets = new TreeMap<>();
    for (String name : sent.values().isEmpty() ? Set.<String>of() : exchange.secretNames()) {
      secrets.put(
          name,
          sent.word(name)
              .orElseThrow(
                  () -> source.fault("secrets", "secrets.%s must be a text".formatted(name))));
    }
    return secrets;
  }

  private static List<Scenario> scenarios(Path folder) throws IOException {
    List<Scenario> scenarios = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (file.toString().endsWith(Scenario.REQUESTS)) {
          scenarios.add(Scenario.read(file));
        } else if (!file.endsWith(SOURCE)) {
          Scenario.requireRequests(file);
        }
      }
    }
    if (scenarios.isEmpty()) {
      throw new FaultInFolder(folder, 1, "the folder must have a file NN-name.http");
    }
    return scenarios;
  }
}
