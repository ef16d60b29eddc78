package calltally.app.conformance;

import calltally.exchange.Exchanges;
import calltally.exchange.PbxProtocol;
import calltally.exchange.field.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    Fields source = ExpectedFile.read(file, Set.of("exchange", "zone", "region", "secrets"));
    PbxProtocol exchange =
        Exchanges.named(source.text("exchange").orElse(""))
            .orElseThrow(
                () ->
                    new FaultInFolder(
                        file,
                        ExpectedFile.line(file, "exchange"),
                        "the exchange must be one of %s (was %s)"
                            .formatted(names(), source.text("exchange").orElse("nothing"))));
    return new ConformanceFolder(
        exchange,
        zone(file, source.text("zone").orElse("UTC")),
        source.text("region").orElse("ZZ"),
        secrets(file, exchange, source.inside("secrets")),
        scenarios(folder));
  }

  private static ZoneId zone(Path file, String zone) {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new FaultInFolder(
          file,
          ExpectedFile.line(file, "zone"),
          "the zone must be a region such as Europe/Minsk (was %s)".formatted(zone));
    }
  }

  private static List<String> names() {
    return Exchanges.all().stream().map(PbxProtocol::name).toList();
  }

  private static Map<String, String> secrets(Path file, PbxProtocol exchange, Fields sent) {
    for (String name : sent.values().keySet()) {
      if (!exchange.secretNames().contains(name)) {
        throw new FaultInFolder(
            file,
            ExpectedFile.line(file, name),
            "a secret of %s must be one of %s (was %s)"
                .formatted(exchange.name(), new TreeSet<>(exchange.secretNames()), name));
      }
    }
    Map<String, String> secrets = new TreeMap<>();
    sent.values().keySet().forEach(name -> secrets.put(name, sent.text(name).orElse("")));
    return secrets;
  }

  private static List<Scenario> scenarios(Path folder) throws IOException {
    List<Scenario> scenarios = new ArrayList<>();
    for (Path http : files(folder, ".http")) {
      scenarios.add(Scenario.read(http));
    }
    for (Path json : files(folder, ".json")) {
      Path http = Path.of(json.toString().replaceFirst("json$", "http"));
      if (!json.endsWith(SOURCE) && !Files.exists(http)) {
        throw new FaultInFolder(json, 1, "%s must have the requests".formatted(http.getFileName()));
      }
    }
    if (scenarios.isEmpty()) {
      throw new FaultInFolder(folder, 1, "the folder must have a file NN-name.http");
    }
    return scenarios;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
