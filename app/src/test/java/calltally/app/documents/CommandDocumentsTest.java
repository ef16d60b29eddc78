package calltally.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.app.command.CommandTree;
import calltally.sql.testing.GoldenText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** docs/commands.md and the manual page list every command and option of the program. */
final class CommandDocumentsTest {

  private static final Path COMMANDS = MarkdownFile.REPOSITORY.resolve("docs/commands.md");
  private static final Path MANUAL = Path.of("src", "deb", "calltally.1");

  private final CommandLine program = CommandTree.create();

  @Test
  void the_document_has_every_command_with_its_options_and_defaults() throws IOException {
    GoldenText.assertSame(COMMANDS, CommandsDocument.of(Files.readString(COMMANDS)).text(program));
  }

  @Test
  void the_manual_page_has_every_command_with_its_options_and_defaults() throws IOException {
    GoldenText.assertSame(MANUAL, ManualPage.of(Files.readString(MANUAL)).text(program));
  }

  @Test
  void both_have_the_exit_codes_of_all_commands() throws IOException {
    assertThat(commands(program))
        .hasSizeGreaterThan(20)
        .allSatisfy(
            command -> {
              assertThat(command.getCommandSpec().exitCodeOnSuccess()).isEqualTo(0);
              assertThat(command.getCommandSpec().exitCodeOnExecutionException()).isEqualTo(1);
              assertThat(command.getCommandSpec().exitCodeOnInvalidInput()).isEqualTo(2);
            });
    assertThat(Files.readString(COMMANDS)).contains("\n| 0 | ", "\n| 1 | ", "\n| 2 | ");
    assertThat(Files.readString(MANUAL)).contains("\n.B 0\n", "\n.B 1\n", "\n.B 2\n");
  }

  private static Stream<CommandLine> commands(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(CommandDocumentsTest::commands));
  }

  @Test
  void a_new_command_gets_a_section_and_handwritten_notes_stay() {
    String text =
        CommandsDocument.of(
                "# Commands\n\nWritten.\n\n## check\n\nStale.\n<!-- notes -->\n\nNoted.\n")
            .text(program);

    assertThat(text)
        .startsWith("# Commands\n\nWritten.\n\n## Options of all commands\n")
        .contains("## directory import\n", "<!-- notes -->\n\nNoted.\n")
        .doesNotContain("Stale.");
    assertThat(CommandsDocument.of(text).text(program)).isEqualTo(text);
  }
}
