package calltally.app;

import calltally.sql.settings.AccessSettings;
import calltally.sql.settings.Directory;
import calltally.sql.settings.Line;
import calltally.sql.settings.ManagerNumber;
import calltally.sql.settings.Retention;
import calltally.sql.settings.SourceSettings;
import calltally.sql.settings.Targets;
import calltally.sql.settings.Thresholds;
import calltally.sql.settings.WorkingHours;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A worked example of the definitions: notifications in order of arrival, and the expected rows.
 */
record WorkedExample(String file, JsonNode json) {

  private static final Path FOLDER = Path.of("src/test/resources/calltally/cases");
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<WorkedExample> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(WorkedExample::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WorkedExample read(Path file) {
    try {
      return new WorkedExample(file.getFileName().toString(), JSON.readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The notifications as JSON lines, in order of arrival. */
  List<String> notifications() {
    List<String> lines = new ArrayList<>();
    json.get("notifications").forEach(notification -> lines.add(notification.toString()));
    return lines;
  }

  JsonNode expected() {
    return json.get("expect");
  }

  /** The example's own source, named after its file. */
  SourceSettings source() {
    return new SourceSettings(
        file,
        ZoneId.of(json.get("zone").textValue()),
        json.hasNonNull("region") ? json.get("region").textValue() : "BY",
        AccessSettings.byToken(Set.of()),
        WorkingHours.UNKNOWN,
        Targets.NONE,
        Thresholds.DEFAULT,
        Set.of(),
        Retention.FOREVER,
        directory());
  }

  private Directory directory() {
    Set<ManagerNumber> managers = new HashSet<>();
    json.at("/directory/managers")
        .forEach(
            manager ->
                manager
                    .get("numbers")
                    .forEach(
                        number ->
                            managers.add(
                                new ManagerNumber(
                                    number.textValue(),
                                    manager.get("name").textValue(),
                                    text(manager, "department")))));
    Set<Line> lines = new HashSet<>();
    json.at("/directory/lines")
        .forEach(
            line ->
                lines.add(
                    new Line(
                        line.get("number").textValue(),
                        line.get("name").textValue(),
                        text(line, "department"))));
    return new Directory(managers, lines);
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field).textValue() : null;
  }

  @Override
  public String toString() {
    return file;
  }
}
