package calltally.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calltally.app.terminal.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mistakes that people make in YAML, each with its line and column. */
final class YamlProblemTest {

  private static final String TAB = "a tab is not allowed here: indent with spaces";

  @TempDir private Path folder;

  @Test
  void a_tab_in_the_indentation_is_named_wherever_the_parser_stumbles() {
    assertProblem("data: ./data\nsources:\n\t- name: main\n", "line 3, column 1: " + TAB);
    assertProblem("sources:\n  - name: main\n\tzone: Europe/Minsk\n", "line 3, column 1: " + TAB);
    assertProblem("sources:\n  - name: main\n  \tzone: UTC\n", "line 3, column 3: " + TAB);
    assertProblem("http:\n  port: 80\n\thost: a\n", "line 3, column 1: " + TAB);
  }

  @Test
  void a_line_that_is_indented_like_no_other_is_named_with_its_blanks() {
    assertProblem(
        "data: ./data\nsources:\n  - name: main\n   zone: Europe/Minsk\n",
        "line 4, column 4: indented by 3, but the lines above it are indented by 0, 2, 4");
    assertProblem(
        "sources:\n  - name: main\n      zone: UTC\n",
        "line 3, column 7: indented by 6, but the lines above it are indented by 0, 2, 4");
    assertProblem(
        "http:\n    port: 80\n  host: a\n",
        "line 3, column 3: indented by 2, but the lines above it are indented by 0, 4");
    assertProblem(
        "data: a\n  http: {port: 80}\n",
        "line 2, column 3: indented by 2, but the lines above it are indented by 0");
    assertProblem(
        " data: a\nhttp: {port: 80}\n",
        "line 2, column 1: indented by 0, but the lines above it are indented by 1");
  }

  @Test
  void other_mistakes_are_named_where_they_are() {
    assertProblem(
        "company: {name: \"Romashka}\nhttp: {port: 80}\n",
        "line 1, column 17: the closing quote of a value is missing");
    assertProblem(
        "company:\n  name: Romashka: the best\n",
        "line 2, column 17: no colon is allowed here: check the indentation");
    assertProblem("data\nhttp: {port: 80}\n", "line 2, column 5: no colon is allowed here");
    assertProblem("data: *a\n", "line 1, column 9: aliases (*name) are not supported");
    assertProblem("data: @a\n", "line 1, column 7: no value may start with @: put it in quotes");
  }

  private void assertProblem(String text, String problem) {
    InvalidConfigurationException e =
        catchThrowableOfType(
            InvalidConfigurationException.class,
            () ->
                new ConfigurationFile(Map.of(), ZoneId.of("Europe/Minsk"))
                    .read(Files.writeString(folder.resolve("calltally.yaml"), text)));

    assertThat(e.problems())
        .singleElement()
        .extracting(Texts.ENGLISH::text)
        .asString()
        .startsWith(problem);
  }
}
