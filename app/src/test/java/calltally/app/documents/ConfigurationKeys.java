package calltally.app.documents;

import calltally.app.configuration.ConfigurationFile;
import calltally.app.configuration.InvalidConfigurationException;
import calltally.app.terminal.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All keys of the configuration, found by probing: the error about an unknown key lists the known
 * ones.
 */
final class ConfigurationKeys {

  private static final String UNKNOWN = "{probe: x}";
  private static final Pattern ANSWER =
      Pattern.compile("probe: unknown key\\W.*\\bare ([a-z_, ]+)");

  private final Set<String> found = new TreeSet<>();
  private final ConfigurationFile reader = new ConfigurationFile(Map.of(), ZoneOffset.UTC);
  private final Path file;

  private ConfigurationKeys(Path file) {
    this.file = file;
  }

  /**
   * The paths of all keys that hold a value: {@code sources.retention.calls}.
   *
   * @param file to write the probes into
   */
  static Set<String> all(Path file) {
    ConfigurationKeys keys = new ConfigurationKeys(file);
    keys.find("", inner -> inner);
    return keys.found;
  }

  private void find(String path, UnaryOperator<String> place) {
    for (String key : known(place)) {
      UnaryOperator<String> mapping = inner -> place.apply("{%s: %s}".formatted(key, inner));
      UnaryOperator<String> list = inner -> place.apply("{%s: [%s]}".formatted(key, inner));
      if (!known(mapping).isEmpty()) {
        find(path + key + ".", mapping);
      } else if (!known(list).isEmpty()) {
        find(path + key + ".", list);
      } else {
        found.add(path + key);
      }
    }
  }

  private List<String> known(UnaryOperator<String> place) {
    try {
      Files.writeString(file, place.apply(UNKNOWN));
      reader.read(file);
      return List.of();
    } catch (InvalidConfigurationException e) {
      return e.problems().stream()
          .map(Texts.ENGLISH::text)
          .map(ANSWER::matcher)
          .filter(Matcher::find)
          .findFirst()
          .map(answer -> List.of(answer.group(1).split(", ", -1)))
          .orElse(List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
