package calltally.app.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import calltally.app.command.CommandTree;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The links, command lines and names of tests in every document are valid. */
final class DocumentsTest {

  private static final Pattern NAMED_TEST = Pattern.compile("`([A-Z]\\w*Test)(?:[#.]\\w+)?`");

  private static final List<String> MODULES =
      List.of("exchanges", "sql", "reports", "ingest", "reporting", "web", "app");

  private final CommandLine program = CommandTree.create();

  static List<MarkdownFile> documents() {
    return MarkdownFile.all();
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.ru.md"})
  void a_readme_has_at_most_130_lines(String readme) {
    assertThat(MarkdownFile.read(readme).lines()).isLessThanOrEqualTo(130);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void every_link_leads_to_an_existing_file_and_heading(MarkdownFile file) {
    List<String> broken =
        file.links().stream()
            .filter(link -> !link.matches("[a-z]+:.*"))
            .filter(link -> !leadsSomewhere(file, link))
            .toList();

    assertThat(broken).as(file.path().toString()).isEmpty();
  }

  private static boolean leadsSomewhere(MarkdownFile file, String link) {
    String[] halves = link.split("#", 2);
    Path target =
        halves[0].isEmpty() ? file.path() : file.path().resolveSibling(halves[0]).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return halves.length == 1
        || MarkdownFile.read(MarkdownFile.REPOSITORY.relativize(target).toString())
            .anchors()
            .contains(URLDecoder.decode(halves[1], StandardCharsets.UTF_8));
  }

  /** Also those in sentences; DocumentedCommandsTest runs those in blocks. */
  @ParameterizedTest
  @MethodSource("documents")
  void every_command_line_is_valid(MarkdownFile file) {
    for (List<String> arguments : CommandLines.inBlocks(file)) {
      assertUnderstood(file, arguments);
    }
    for (List<String> arguments : CommandLines.inSentences(file)) {
      if (!isName(arguments)) {
        assertUnderstood(file, arguments);
      }
    }
  }

  private void assertUnderstood(MarkdownFile file, List<String> arguments) {
    assertThatCode(() -> program.parseArgs(arguments.toArray(String[]::new)))
        .as("%s: calltally %s", file.path(), String.join(" ", arguments))
        .doesNotThrowAnyException();
  }

  /** Whether the words only name a command. */
  private boolean isName(List<String> arguments) {
    CommandLine command = program;
    for (String argument : arguments) {
      if (!command.getSubcommands().containsKey(argument)) {
        return false;
      }
      command = command.getSubcommands().get(argument);
    }
    return true;
  }

  @Test
  void every_test_that_is_named_exists() throws IOException {
    Set<String> tests = new HashSet<>();
    for (String module : MODULES) {
      try (Stream<Path> files =
          Files.walk(MarkdownFile.REPOSITORY.resolve(module + "/src/test/java"))) {
        files
            .map(path -> path.getFileName().toString())
            .filter(name -> name.endsWith("Test.java"))
            .forEach(name -> tests.add(name.replace(".java", "")));
      }
    }

    assertThat(documents())
        .allSatisfy(
            file ->
                assertThat(NAMED_TEST.matcher(file.text()).results().map(test -> test.group(1)))
                    .as("tests named in %s", file.path())
                    .isSubsetOf(tests));
  }

  @Test
  void a_line_is_split_as_a_shell_does() {
    assertThat(
            ShellWords.commands(
                "cd /srv && ./calltally sql \"select 'a b'\" --out=x\\ y <in >out | less # more"))
        .containsExactly(
            List.of("cd", "/srv"),
            List.of("./calltally", "sql", "select 'a b'", "--out=x y"),
            List.of("less"));
    assertThat(ShellWords.commands("a b-$(date +\\%F).gz; c '#d'"))
        .containsExactly(List.of("a", "b-$.gz"), List.of("c", "#d"));
  }

  @Test
  void anchors_follow_the_rules_of_github() {
    String text = "# Asterisk's `queue_log`\n## JSON lines (`jsonl`)\n## Что и где\n# a\n# a\n";

    assertThat(new MarkdownFile(Path.of("x.md"), text).anchors())
        .containsExactlyInAnyOrder(
            "asterisks-queue_log", "json-lines-jsonl", "что-и-где", "a", "a-1");
  }

  @Test
  void links_in_code_are_ignored_and_images_are_included() {
    String text = "`[a](b)` [c `d`](e.md#f) ![g](h.png)\n```\n[i](j)\n```\n";

    assertThat(new MarkdownFile(Path.of("x.md"), text).links()).containsExactly("e.md#f", "h.png");
  }
}
