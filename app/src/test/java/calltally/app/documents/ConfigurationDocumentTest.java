package calltally.app.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import calltally.app.configuration.ConfigurationFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/configuration.md lists every key, and all examples in documents are valid. */
final class ConfigurationDocumentTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_.]+)` \\| .+ \\| .+ \\|$");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)\\}");
  private static final String DEFAULTS = "data: data\n";

  private final MarkdownFile document = MarkdownFile.read("docs", "configuration.md");

  @TempDir private Path folder;

  @Test
  void documented_keys_are_the_known_keys() {
    Set<String> documented = new TreeSet<>();
    ROW.matcher(document.text())
        .results()
        .forEach(row -> assertThat(documented.add(row.group(1))).as(row.group(1)).isTrue());

    Set<String> known = ConfigurationKeys.all(folder.resolve("calltally.yaml"));

    assertThat(known).hasSizeGreaterThan(60);
    assertThat(documented).isEqualTo(known);
  }

  @Test
  void documented_defaults_are_the_actual_ones() throws IOException {
    List<String> defaults =
        examples(document).stream().filter(example -> example.startsWith(DEFAULTS)).toList();

    assertThat(defaults).hasSize(1);
    assertThat(reader(Map.of()).read(written(defaults.get(0))))
        .isEqualTo(reader(Map.of()).none(folder));
  }

  static List<MarkdownFile> documents() {
    return MarkdownFile.all().stream().filter(file -> !examples(file).isEmpty()).toList();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void every_example_is_valid(MarkdownFile file) {
    for (String example : examples(file)) {
      assertThatCode(() -> reader(environment(example)).read(written(example)))
          .as(file.path() + ":\n" + example)
          .doesNotThrowAnyException();
    }
  }

  private static List<String> examples(MarkdownFile file) {
    return file.blocks().stream()
        .filter(block -> block.language().equals("yaml"))
        .map(MarkdownFile.Block::text)
        .toList();
  }

  /** A value for each variable, valid as secret, token or address. */
  private static Map<String, String> environment(String example) {
    return VARIABLE
        .matcher(example)
        .results()
        .map(variable -> variable.group(1))
        .distinct()
        .collect(
            Collectors.toMap(
                name -> name,
                name -> name.endsWith("_URL") ? "https://example.com" : "a-secret-of-sixteen"));
  }

  private static ConfigurationFile reader(Map<String, String> environment) {
    return new ConfigurationFile(environment, ZoneId.of("Europe/Minsk"));
  }

  private Path written(String example) throws IOException {
    return Files.writeString(folder.resolve("calltally.yaml"), example);
  }
}
