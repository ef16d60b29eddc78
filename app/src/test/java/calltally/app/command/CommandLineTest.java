package calltally.app.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.SOFTWARE;
import static picocli.CommandLine.ExitCode.USAGE;

import calltally.app.testing.TestConsole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class CommandLineTest {

  @TempDir private Path folder;
  private TestConsole console = new TestConsole(Path.of(""));

  @BeforeEach
  void enterFolder() {
    console = new TestConsole(folder);
  }

  @Test
  void help_exits_with_0() {
    assertThat(console.run("--help")).isEqualTo(OK);

    assertThat(console.out())
        .contains(
            "demo",
            "serve",
            "import",
            "directory",
            "refresh",
            "report",
            "sql",
            "check",
            "Usage: calltally");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void each_command_is_described_in_a_list_by_a_whole_sentence() {
    List<String> first = new ArrayList<>();
    collectFirstLines(CommandTree.create(), first);

    assertThat(first).hasSizeGreaterThan(20).allMatch(line -> line.endsWith("."));
  }

  private static void collectFirstLines(CommandLine command, List<String> lines) {
    String[] description = command.getCommandSpec().usageMessage().description();
    if (description.length > 0) {
      lines.add(description[0]);
    }
    command.getSubcommands().values().forEach(each -> collectFirstLines(each, lines));
  }

  @Test
  void a_folder_that_a_report_cannot_be_written_to_is_refused_before_any_work() throws IOException {
    Path file = Files.createFile(folder.resolve("a-file"));

    assertThat(console.run("report", "daily", "--out", "a-file/reports")).isEqualTo(SOFTWARE);

    assertThat(console.err())
        .startsWith("cannot write the report to " + file.resolve("reports"))
        .doesNotContain("Rendering");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void the_version_is_that_of_the_build() throws IOException {
    String parent =
        Files.readString(
            Path.of(requireNonNull(System.getProperty("basedir"))).resolveSibling("pom.xml"));

    assertThat(console.run("--version")).isEqualTo(OK);

    String version = console.out().strip().replaceFirst("^Calltally ", "");
    assertThat(parent).contains("<revision>" + version + "</revision>");
  }

  @Test
  void an_unknown_kind_of_report_is_wrong_usage() {
    assertThat(console.run("report", "yearly")).isEqualTo(USAGE);

    assertThat(console.err())
        .contains("must be one of daily, weekly, monthly, manager, missed (was yearly)")
        .endsWith("See: calltally report --help\n");
  }

  @Test
  void malformed_values_are_wrong_usage_and_the_error_shows_an_example() {
    assertThat(console.run("report", "daily", "--date", "2026-13-01")).isEqualTo(USAGE);
    assertThat(console.err())
        .contains("--date", "must be a date such as 2026-11-20, 20.11.2026,", "(was 2026-13-01)")
        .doesNotContain("java.");

    assertThat(console.run("report", "daily", "--as-of", "8:00")).isEqualTo(USAGE);
    assertThat(console.err())
        .contains("must be a time such as 2026-11-21T08:00:00+03:00 (was 8:00)");

    assertThat(console.run("import", "--charset", "klingon", "-")).isEqualTo(USAGE);
    assertThat(console.err()).contains("such as UTF-8 or windows-1251 (was klingon)");
  }

  @Test
  void a_configuration_file_that_is_named_must_exist() {
    assertThat(console.run("refresh", "--config", "other.yaml")).isEqualTo(USAGE);

    assertThat(console.err())
        .startsWith("cannot read the configuration: --config must name a file (was other.yaml)\n");
  }

  @Test
  void the_option_config_overrides_the_environment() throws IOException {
    Files.writeString(folder.resolve("machine.yaml"), "http: {port: x}\n");
    console.with("CALLTALLY_CONFIG", "machine.yaml");

    assertThat(console.run("refresh")).isEqualTo(SOFTWARE);
    assertThat(console.err()).contains("machine.yaml: ").contains("http.port: ");
    assertThat(console.run("refresh", "--config", "other.yaml")).isEqualTo(USAGE);
    assertThat(console.err()).startsWith("cannot read the configuration: --config must");
    console.with("CALLTALLY_CONFIG", "missing.yaml");
    assertThat(console.run("refresh")).isEqualTo(USAGE);
    assertThat(console.err())
        .startsWith(
            "cannot read the configuration: CALLTALLY_CONFIG must name a file (was missing.yaml)\n");
  }

  @Test
  void a_url_of_another_database_than_postgresql_is_refused_and_not_repeated() {
    assertThat(console.run("refresh", "--database-url", "mysql://me:secret@host/db"))
        .isEqualTo(SOFTWARE);

    assertThat(console.err())
        .isEqualTo("cannot use the database: its URL must start with jdbc:postgresql:\n");
  }

  @Test
  void an_unreachable_database_fails_with_one_sentence() {
    assertThat(console.run("refresh", "--database-url", "jdbc:postgresql://127.0.0.1:1/none"))
        .isEqualTo(SOFTWARE);

    assertThat(console.err())
        .startsWith(
            "cannot connect to the database jdbc:postgresql://127.0.0.1:1/none: Connection to"
                + " 127.0.0.1:1 refused; check that it runs")
        .hasLineCount(1);
  }

  @Test
  void option_verbose_prints_the_stack_trace() {
    assertThat(
            console.run(
                "refresh", "--verbose", "--database-url", "jdbc:postgresql://127.0.0.1:1/none"))
        .isEqualTo(SOFTWARE);

    assertThat(console.err()).contains("\tat calltally.app.command.RefreshCommand.call");
  }

  @Test
  void all_problems_of_the_configuration_are_reported() throws IOException {
    Files.writeString(folder.resolve("calltally.yaml"), "http: {port: x}\nsource: []\n");

    assertThat(console.run("refresh")).isEqualTo(SOFTWARE);

    assertThat(console.err())
        .contains("calltally.yaml, it has 2 problems:\n")
        .contains("\n  http.port: ", "\n  source: unknown key");
  }

  @Test
  void a_command_that_only_reads_creates_no_data_folder() {
    for (String command : new String[] {"sql", "refresh"}) {
      assertThat(console.run(command)).isEqualTo(SOFTWARE);
      assertThat(console.err()).startsWith("cannot open the database: there is none in ");
    }
    assertThat(console.run("report", "daily")).isEqualTo(SOFTWARE);
    assertThat(folder).isEmptyDirectory();
  }
}
