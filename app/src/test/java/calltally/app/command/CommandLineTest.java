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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandLineTest {

  @TempDir private Path folder;
  private TestConsole console = new TestConsole(Path.of(""));

  @BeforeEach
  void enterFolder() {
    console = new TestConsole(folder);
  }

  @Test
  void help_is_no_error() {
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
  void the_version_is_the_one_of_the_build() throws IOException {
    String parent =
        Files.readString(
            Path.of(requireNonNull(System.getProperty("basedir"))).resolveSibling("pom.xml"));

    assertThat(console.run("--version")).isEqualTo(OK);

    String version = console.out().strip().replaceFirst("^Calltally ", "");
    assertThat(parent).contains("<revision>" + version + "</revision>");
  }

  @Test
  void a_missing_command_is_wrong_usage() {
    assertThat(console.run()).isEqualTo(USAGE);

    assertThat(console.err()).isEqualTo("a command is missing\nSee: calltally --help\n");
  }

  @Test
  void an_unknown_kind_of_report_is_wrong_usage() {
    assertThat(console.run("report", "yearly")).isEqualTo(USAGE);

    assertThat(console.err())
        .contains("expected one of [DAILY, WEEKLY, MONTHLY, MANAGER, MISSED]", "but was 'yearly'")
        .endsWith("See: calltally report --help\n");
  }

  @Test
  void values_that_are_none_are_wrong_usage_and_an_example_is_given() {
    assertThat(console.run("report", "daily", "--date", "2026-13-01")).isEqualTo(USAGE);
    assertThat(console.err())
        .contains("--date", "it has to be a date such as 2026-11-20, was 2026-13-01")
        .doesNotContain("java.");

    assertThat(console.run("report", "daily", "--as-of", "8:00")).isEqualTo(USAGE);
    assertThat(console.err())
        .contains("it has to be a moment such as 2026-11-21T08:00:00+03:00, was 8:00");

    assertThat(console.run("import", "--charset", "klingon", "-")).isEqualTo(USAGE);
    assertThat(console.err()).contains("such as UTF-8 or windows-1251, was klingon");
  }

  @Test
  void a_configuration_that_is_named_has_to_be_there() {
    assertThat(console.run("refresh", "--config", "other.yaml")).isEqualTo(USAGE);

    assertThat(console.err())
        .startsWith("--config could not be read: it has to be a file, was other.yaml\n");
  }

  @Test
  void the_environment_may_name_the_configuration_and_an_option_another_one() throws IOException {
    Files.writeString(folder.resolve("machine.yaml"), "http: {port: x}\n");
    console.with("CALLTALLY_CONFIG", "machine.yaml");

    assertThat(console.run("refresh")).isEqualTo(SOFTWARE);
    assertThat(console.err()).contains("machine.yaml could not be used").contains("http.port: ");
    assertThat(console.run("refresh", "--config", "other.yaml")).isEqualTo(USAGE);
    assertThat(console.err()).startsWith("--config could not be read: ");
    console.with("CALLTALLY_CONFIG", "missing.yaml");
    assertThat(console.run("refresh")).isEqualTo(USAGE);
    assertThat(console.err())
        .startsWith("CALLTALLY_CONFIG could not be read: it has to be a file, was missing.yaml\n");
  }

  @Test
  void the_address_of_another_database_has_to_be_one_of_postgresql_and_is_not_repeated() {
    assertThat(console.run("refresh", "--database-url", "mysql://me:secret@host/db"))
        .isEqualTo(SOFTWARE);

    assertThat(console.err())
        .isEqualTo("database could not be used: its address has to start with jdbc:postgresql:\n");
  }

  @Test
  void a_database_that_cannot_be_reached_fails_with_one_sentence() {
    assertThat(console.run("refresh", "--database-url", "jdbc:postgresql://127.0.0.1:1/none"))
        .isEqualTo(SOFTWARE);

    assertThat(console.err())
        .startsWith("database could not be used: Connection to 127.0.0.1:1 refused.")
        .hasLineCount(1);
  }

  @Test
  void where_an_error_came_from_is_told_on_request() {
    assertThat(
            console.run(
                "refresh", "--verbose", "--database-url", "jdbc:postgresql://127.0.0.1:1/none"))
        .isEqualTo(SOFTWARE);

    assertThat(console.err()).contains("\tat calltally.app.RefreshCommand.call");
  }

  @Test
  void every_problem_of_the_configuration_is_told() throws IOException {
    Files.writeString(folder.resolve("calltally.yaml"), "http: {port: x}\nsource: []\n");

    assertThat(console.run("refresh")).isEqualTo(SOFTWARE);

    assertThat(console.err())
        .contains("calltally.yaml could not be used, it has 2 problems:\n")
        .contains("\n  http.port: ", "\n  source: unknown key");
  }

  @Test
  void a_folder_without_data_is_not_filled_by_a_question() {
    for (String command : new String[] {"sql", "refresh"}) {
      assertThat(console.run(command)).isEqualTo(SOFTWARE);
      assertThat(console.err()).startsWith("database could not be opened: there is none in ");
    }
    assertThat(console.run("report", "daily")).isEqualTo(SOFTWARE);
    assertThat(folder).isEmptyDirectory();
  }
}
