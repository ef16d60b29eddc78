package calltally.app.configuration;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The YAML file that Calltally is configured by. */
public final class ConfigurationFile {

  private final Map<String, String> environment;
  private final ZoneId zone;

  /**
   * Files whose texts may name environment variables.
   *
   * @param zone of the source that is there when a file names none
   */
  public ConfigurationFile(Map<String, String> environment, ZoneId zone) {
    this.environment = Map.copyOf(environment);
    this.zone = zone;
  }

  /**
   * Reads a file; relative paths in it start at its own folder.
   *
   * @throws InvalidConfigurationException names everything that is wrong with it
   */
  public Configuration read(Path file) {
    try {
      return read(
          file.toString(), Files.readString(file), file.toAbsolutePath().resolveSibling(""));
    } catch (CharacterCodingException e) {
      throw new InvalidConfigurationException(
          file.toString(), List.of("the file has to be text in UTF-8"));
    } catch (IOException e) {
      throw new InvalidConfigurationException(
          file.toString(), List.of("the file could not be read: " + e.getMessage()));
    }
  }

  /** What holds in a folder without a file: one source, an embedded database in {@code data}. */
  public Configuration none(Path folder) {
    return read("nothing", "", folder);
  }

  private Configuration read(String origin, String text, Path folder) {
    ConfigurationProblems problems = new ConfigurationProblems();
    YamlValue root =
        new YamlValue(
            "", document(origin, text), problems, new EnvironmentSubstitution(environment));
    Configuration configuration = Configuration.from(root, folder, zone);
    problems.throwIfAny(origin);
    return configuration;
  }

  private static YamlNode document(String origin, String text) {
    try {
      return YamlDocument.parse(text);
    } catch (JsonProcessingException e) {
      throw new InvalidConfigurationException(origin, List.of(problem(e)));
    }
  }

  private static String problem(JsonProcessingException e) {
    String words = e.getOriginalMessage().lines().findFirst().orElse("it is no YAML");
    JsonLocation location = e.getLocation();
    return location == null
        ? words
        : "line %d, column %d: %s".formatted(location.getLineNr(), location.getColumnNr(), words);
  }
}
