package calltally.app.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.app.terminal.Message;
import calltally.sql.FileFailure;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The YAML file that Calltally is configured by. */
public final class ConfigurationFile {

  /** What the parser takes; no configuration of people is nearly as long. */
  private static final int MOST_BYTES = 3 << 20;

  private final Map<String, String> environment;
  private final ZoneId zone;

  /**
   * Files whose texts may name environment variables.
   *
   * @param zone of the source that exists when a file names none
   */
  public ConfigurationFile(Map<String, String> environment, ZoneId zone) {
    this.environment = Map.copyOf(environment);
    this.zone = zone;
  }

  /**
   * Reads a file; relative paths in it start at its own folder.
   *
   * @throws InvalidConfigurationException with everything that is wrong with it
   */
  public Configuration read(Path file) {
    try {
      return read(file.toString(), text(file), file.toAbsolutePath().resolveSibling(""));
    } catch (CharacterCodingException e) {
      throw new InvalidConfigurationException(
          file.toString(), List.of(Message.of("configuration.utf8")));
    } catch (AccessDeniedException e) {
      throw new InvalidConfigurationException(
          file.toString(), List.of(Message.of("configuration.denied")));
    } catch (IOException e) {
      throw new InvalidConfigurationException(
          file.toString(),
          List.of(Message.of("configuration.unreadable", FileFailure.reason(e, file.toString()))));
    }
  }

  /** What applies in a folder without a file: one source, an embedded database in {@code data}. */
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

  static String text(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new InvalidConfigurationException(
            file.toString(), List.of(Message.of("configuration.too_long")));
      }
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }

  static YamlNode document(String origin, String text) {
    try {
      return YamlDocument.parse(text);
    } catch (JsonProcessingException e) {
      throw new InvalidConfigurationException(origin, List.of(YamlProblem.of(e, text)));
    }
  }
}
