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
  void an_import_names_the_calls_that_it_leaves_to_the_next_refresh() throws IOException {
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
            1 call is derived anew by the next refresh: serve does it within seconds, or ./calltally refresh.
            """);
    console.run("refresh");
    assertThat(console.out()).startsWith("0 notifications, 1 calls and 1 days");
    console.run("sql", "--csv", "select pbx_id, manager from analytics.call order by 1");
    assertThat(console.out()).isEqualToNormalizingNewlines("pbx_id,manager\n1.1,Anna\n1.2,102\n");
  }

  @Test
  void an_import_may_be_repeated_and_replaces_its_kind_alone() throws IOException {
    write("managers.csv", "name,numbers\nAnna,101\nBoris,102\n");
    write("lines.csv", "number,name\n+375290000001,Sales\n");
    console.run("directory", "import", "managers.csv", "lines.csv");

    assertThat(console.run("directory", "import", "managers.csv")).isEqualTo(OK);
    assertThat(console.out())
        .contains("managers 0 added, 0 changed, 0 removed;")
        .endsWith("No call is concerned.\n");

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
  void nothing_is_written_when_anything_is_wrong() throws IOException {
    write("managers.csv", "name,numbers\nAnna,101\nBoris,101\n");
    write("lines.csv", "number,name,from\n+375290000001,Sales,soon\n");

    assertThat(console.run("directory", "import", "lines.csv", "managers.csv")).isEqualTo(SOFTWARE);

    assertThat(console.err())
        .isEqualTo(
            """
            lines.csv:2: from: it has to be a date, such as 2026-12-25, was soon
            managers.csv:3: numbers: a number is of one manager a day, was 101, which is Anna's in managers.csv:2
            directory could not be imported: there are 2 problems; nothing was changed
            """);
    assertThat(new DirectoryStore(database.owner()).of("main")).isEqualTo(Directory.EMPTY);
  }

  @Test
  void a_directory_in_the_configuration_is_the_truth() throws IOException {
    write("calltally.yaml", SOURCE + "directory: {managers: [{name: Anna, numbers: [101]}]}\n");
    write("managers.csv", "name,numbers\nBoris,101\n");

    assertThat(console.run("directory", "import", "managers.csv")).isEqualTo(SOFTWARE);

    assertThat(console.err())
        .isEqualTo(
            "directory could not be imported: the configuration has a directory, and it is the"
                + " truth; change it there, or take it out\n");
    console.run("directory", "list");
    assertThat(console.out()).contains("Anna");
  }

  @Test
  void a_source_that_is_not_known_and_a_file_that_is_not_there_are_refused() throws IOException {
    write("managers.csv", "name,numbers\nBoris,101\n");

    assertThat(console.run("directory", "import", "--source", "other", "managers.csv"))
        .isEqualTo(SOFTWARE);
    assertThat(console.err())
        .isEqualTo(
            "directory could not be imported: --source has to be the name of a source, was other\n");
    assertThat(console.run("directory", "import", "nothing.csv")).isEqualTo(USAGE);
    assertThat(console.err())
        .startsWith("FILE could not be read: it has to be a readable file, was nothing.csv\n");
    assertThat(console.run("directory")).isEqualTo(USAGE);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
