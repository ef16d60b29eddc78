package calltally.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.SOFTWARE;
import static picocli.CommandLine.ExitCode.USAGE;

import calltally.app.testing.TestConsole;
import calltally.sql.settings.Directory;
import calltally.sql.settings.DirectoryStore;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectoryCommandTest {

  private static final String CALLS =
      """
      {"event": "outgoing_call_start", "time": "2026-11-20T06:00:00Z", "pbx_id": "1.1", "caller": "101", "receiver": "+375291112233"}
      {"event": "outgoing_call_end", "time": "2026-11-20T06:01:00Z", "pbx_id": "1.1", "caller": "101", "receiver": "+375291112233", "status": "NOANSWER"}
      {"event": "outgoing_call_start", "time": "2026-11-20T07:00:00Z", "pbx_id": "1.2", "caller": "102", "receiver": "+375291112233"}
      """;
  private static final String SOURCE =
      "sources: [{name: main, zone: Europe/Minsk, region: BY, tokens: [a-token-of-twenty-two]}]\n";

  private final TestDatabase database = TestDatabase.create();
  private final Path folder;
  private final TestConsole console;

  DirectoryCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    console =
        new TestConsole(folder)
            .with("CALLTALLY_DATABASE_URL", database.address().url())
            .with("CALLTALLY_DATABASE_USER", database.address().user());
    write("calltally.yaml", SOURCE);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void an_import_prints_how_many_calls_the_next_refresh_derives_again() throws IOException {
    write("calls.jsonl", CALLS);
    write(
        "managers.csv",
        "name,department,numbers,to\nAnna,Sales,101,\nBoris,Sales,102,2026-11-19\n");
    write("lines.csv", "number,name\n+375290000001,Sales\n");
    console.run("import", "calls.jsonl");
    console.run("refresh");

    assertThat(console.run("directory", "import", "managers.csv", "lines.csv")).isEqualTo(OK);

    assertThat(console.err()).isEmpty();
    assertThat(console.out())
        .isEqualTo(
            """
            source main: managers 2 added, 0 changed, 0 removed; their numbers 2 added, 0 changed, 0 removed; lines 1 added, 0 changed, 0 removed
            The next refresh derives 1 call again: serve does it within seconds, or run ./calltally refresh.
            """);
    console.run("refresh");
    assertThat(console.out()).startsWith("0 notifications, 1 call and 1 day");
    console.run("sql", "--csv", "select pbx_id, manager from analytics.call order by 1");
    assertThat(console.out()).isEqualToNormalizingNewlines("pbx_id,manager\n1.1,Anna\n1.2,102\n");
  }

  @Test
  void a_number_that_no_recent_call_had_is_hinted_at_with_its_line() throws IOException {
    write("calls.jsonl", CALLS);
    write("managers.csv", "name,numbers,to\nAnna,101;109,\nBoris,201,\nClara,301,2026-11-01\n");
    console.run("directory", "import", "managers.csv");
    assertThat(console.err()).isEmpty();
    console.run("import", "calls.jsonl");
    console.run("refresh");

    assertThat(console.run("directory", "import", "managers.csv")).isEqualTo(OK);

    assertThat(console.out()).contains("managers 0 added, 0 changed, 0 removed");
    assertThat(console.err())
        .isEqualTo(
            """
            managers.csv:2: numbers: no call of the last 30 days had the number 109; check that it is right
            managers.csv:3: numbers: no call of the last 30 days had the number 201; check that it is right
            """);
  }

  @Test
  void a_repeated_import_changes_nothing_and_replaces_only_its_kind() throws IOException {
    write("managers.csv", "name,numbers\nAnna,101\nBoris,102\n");
    write("lines.csv", "number,name\n+375290000001,Sales\n");
    console.run("directory", "import", "managers.csv", "lines.csv");

    assertThat(console.run("directory", "import", "managers.csv")).isEqualTo(OK);
    assertThat(console.out())
        .contains("managers 0 added, 0 changed, 0 removed;")
        .endsWith("No calls are affected.\n");

    write("managers.csv", "name,numbers\nAnna,101;103\n");
    console.run("directory", "import", "managers.csv");
    assertThat(console.out())
        .contains(
            "managers 0 added, 1 changed, 1 removed; their numbers 1 added, 0 changed, 1 removed; lines 0");

    assertThat(console.run("directory", "list")).isEqualTo(OK);
    assertThat(console.out())
        .isEqualTo(
            """
            Source main on 2026-11-22: managers 1, lines 1
            manager  department  numbers
            ───────  ──────────  ────────
            Anna                 101; 103
            line           name   department
            ─────────────  ─────  ──────────
            +375290000001  Sales
            """);
  }

  @Test
  void any_problem_keeps_all_files_from_being_imported() throws IOException {
    write("managers.csv", "name,numbers\nAnna,101\nBoris,101\n");
    write("lines.csv", "number,name,from\n+375290000001,Sales,soon\n");

    assertThat(console.run("directory", "import", "lines.csv", "managers.csv")).isEqualTo(SOFTWARE);

    assertThat(console.err())
        .isEqualTo(
            """
            lines.csv:2: from: must be a date, such as 2026-12-25 (was soon)
            managers.csv:3: numbers: a number must belong to one manager a day (101 is Anna's in managers.csv:2)
            cannot import the directory: there are 2 problems; nothing was changed
            """);
    assertThat(new DirectoryStore(database.owner()).of("main")).isEqualTo(Directory.EMPTY);
  }

  @Test
  void a_directory_in_the_configuration_takes_precedence() throws IOException {
    write("calltally.yaml", SOURCE + "directory: {managers: [{name: Anna, numbers: [101]}]}\n");
    write("managers.csv", "name,numbers\nBoris,101\n");

    assertThat(console.run("directory", "import", "managers.csv")).isEqualTo(SOFTWARE);

    assertThat(console.err())
        .isEqualTo(
            "cannot import the directory: the configuration file has one, which takes precedence;"
                + " change it there, or remove it\n");
    console.run("directory", "list");
    assertThat(console.out()).contains("Anna");
  }

  @Test
  void an_unknown_source_and_a_missing_file_are_refused() throws IOException {
    write("managers.csv", "name,numbers\nBoris,101\n");

    assertThat(console.run("directory", "import", "--source", "other", "managers.csv"))
        .isEqualTo(SOFTWARE);
    assertThat(console.err())
        .isEqualTo(
            "cannot import the directory: --source must be the name of a source (was other)\n");
    assertThat(console.run("directory", "import", "nothing.csv")).isEqualTo(USAGE);
    assertThat(console.err())
        .startsWith("cannot read FILE: it must be a readable file (was nothing.csv)\n");
    assertThat(console.run("directory")).isEqualTo(USAGE);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
