package calltally.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.SOFTWARE;

import calltally.app.testing.TestConsole;
import calltally.sql.DatabaseAddress;
import calltally.sql.embedded.EmbeddedCluster;
import calltally.sql.testing.MigratedFolder;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases of unreleased builds: refused, except for backup and export. */
final class UnreleasedDatabaseTest {

  private static final String NOTIFICATION =
      "{\"event\":\"outgoing_call_start\",\"time\":\"2026-11-20T06:00:00Z\",\"pbx_id\":\"1.1\"}\n";
  private static final String SENTENCE =
      "cannot use the %s: it was made by an unreleased build of Calltally; write its notifications"
          + " to a file with ./calltally export --notifications --out FILE, and import that into a"
          + " new one, which data or database.url names\n";

  @Test
  void a_data_folder_of_an_unreleased_build_is_refused_but_can_be_exported(@TempDir Path folder)
      throws IOException {
    MigratedFolder.copyTo(folder.resolve("data"));
    TestConsole console = new TestConsole(folder);
    assertThat(console.typing(NOTIFICATION).run("import", "-")).as(console.err()).isEqualTo(OK);
    try (EmbeddedCluster cluster = EmbeddedCluster.open(folder.resolve("data"))) {
      pretendOtherTables(cluster.address());
    }
    String refusal = SENTENCE.formatted("data folder " + folder.resolve("data"));

    assertThat(console.run("refresh")).isEqualTo(SOFTWARE);
    assertThat(console.err()).isEqualTo(refusal);
    assertThat(console.run("serve")).isEqualTo(SOFTWARE);
    assertThat(console.err()).isEqualTo(refusal);
    assertThat(console.run("backup", "backup.tar.gz")).as(console.err()).isEqualTo(OK);
    assertThat(console.run("export", "--notifications")).as(console.err()).isEqualTo(OK);
    String exported = console.out();
    assertThat(exported).contains("\"pbx_id\": \"1.1\"").hasLineCount(1);

    Files.writeString(folder.resolve("calltally.yaml"), "data: restored\n");
    assertThat(console.run("restore", "backup.tar.gz")).isEqualTo(SOFTWARE);
    assertThat(console.err())
        .isEqualTo(SENTENCE.formatted("data folder " + folder.resolve("restored")));
    assertThat(console.run("export", "--notifications")).as(console.err()).isEqualTo(OK);
    assertThat(console.out()).isEqualTo(exported);
  }

  @Test
  void an_external_database_of_an_unreleased_build_is_refused(@TempDir Path folder) {
    try (TestDatabase database = TestDatabase.create()) {
      TestConsole console =
          new TestConsole(folder)
              .with("CALLTALLY_DATABASE_URL", database.address().url())
              .with("CALLTALLY_DATABASE_USER", database.address().user());
      pretendOtherTables(database.address());

      assertThat(console.typing(NOTIFICATION).run("import", "-")).isEqualTo(SOFTWARE);
      assertThat(console.err())
          .isEqualTo(SENTENCE.formatted("database " + database.address().place()));
      assertThat(console.run("check")).isEqualTo(SOFTWARE);
      assertThat(console.out()).contains("made by an unreleased build");
    }
  }

  /** Changes a migration's checksum, as if its file had been different. */
  private static void pretendOtherTables(DatabaseAddress address) {
    DSL.using(address.url(), address.user(), address.password())
        .execute("update flyway.flyway_schema_history set checksum = 0 where version = '003'");
  }
}
