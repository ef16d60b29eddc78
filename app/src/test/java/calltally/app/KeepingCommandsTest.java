package calltally.app;

import static calltally.app.Calltally.DONE;
import static calltally.app.Calltally.FAILED;
import static calltally.app.Calltally.WRONG_USAGE;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about how long data is kept, and for whom. */
final class KeepingCommandsTest {

  private static final String CALL =
      """
      {"event":"incoming_call_start","time":"2026-05-05T06:00:00Z","pbx_id":"1","caller":"80290001111","receiver":"+375290000001"}
      {"event":"incoming_call_end","time":"2026-05-05T06:00:30Z","pbx_id":"1","caller":"+375290001111","receiver":"+375290000001","status":"MISSED"}
      {"event":"incoming_call_start","pbx_id":"2","caller":"+375290001111"}
      """;

  private final TestDatabase database = TestDatabase.create();
  private final Console console;
  private final Path folder;

  KeepingCommandsTest(@TempDir Path folder) {
    this.folder = folder;
    console =
        new Console(folder)
            .with("CALLTALLY_DATABASE_URL", database.address().url())
            .with("CALLTALLY_DATABASE_USER", database.address().user());
  }

  @BeforeEach
  void receive_a_call() throws IOException {
    configure("");
    assertThat(console.typing(CALL).run("import", "-")).as(console.err()).isEqualTo(DONE);
    assertThat(console.run("refresh")).isEqualTo(DONE);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void what_would_go_is_told_before_it_goes() throws IOException {
    assertThat(console.run("retention", "--dry-run")).isEqualTo(DONE);
    assertThat(console.out())
        .isEqualTo("Everything is kept for ever: no source has a retention.\n");
    configure(", retention: {notifications: 5 months, customer_numbers: 30 days}");

    assertThat(console.run("retention", "--dry-run")).as(console.err()).isEqualTo(DONE);
    assertThat(console.out())
        .contains("notifications dropped", "2026-06-01T03:00+03:00", "numbers pseudonymised")
        .contains("(2 rows)");
    assertThat(console.run("retention")).isEqualTo(DONE);
    assertThat(console.out())
        .startsWith(
            "2 notifications and 0 calls are gone, and 0 rejected requests; 0 calls lost their links to recordings, 1 their customers' numbers");
    assertThat(
            console.run(
                "sql",
                "--csv",
                "select pbx_id, outcome, customer ~ '^~[0-9a-f]{16}$' from analytics.call"))
        .isEqualTo(DONE);
    assertThat(console.out()).contains("1,missed,t");
  }

  @Test
  void a_customer_is_given_what_is_kept_and_forgotten() throws IOException {
    Path spool = Files.createDirectories(folder.resolve("data/spool"));
    Files.writeString(spool.resolve("1.segment"), "…%2B375290001111…");

    assertThat(console.run("customer", "export", "8 029 000-11-11"))
        .as(console.err())
        .isEqualTo(DONE);
    assertThat(console.out())
        .contains("\"calls\"", "\"missed_calls\"", "\"notifications\"", "\"rejected_requests\"")
        .contains("80290001111")
        .contains("1.segment");
    assertThat(console.run("customer", "erase", "+375290001111")).isEqualTo(WRONG_USAGE);
    assertThat(console.err()).contains("it needs --yes");

    assertThat(console.run("customer", "erase", "+375290001111", "--yes")).isEqualTo(DONE);
    assertThat(console.out())
        .startsWith(
            "Source main:\n  1 calls\n  1 missed calls\n  2 notifications\n  1 rejected requests\n")
        .contains("1.segment (waits for the database");
    Files.delete(spool.resolve("1.segment"));
    assertThat(console.run("customer", "export", "+375290001111")).isEqualTo(DONE);
    assertThat(console.out()).doesNotContain("pbx_id");
  }

  @Test
  void a_manager_s_number_is_not_erased() {
    assertThat(console.run("customer", "erase", "+375290000011", "--yes")).isEqualTo(FAILED);
    assertThat(console.err()).contains("the number has to be a customer's");
    assertThat(console.run("customer", "erase", "anonymous", "--yes")).isEqualTo(FAILED);
    assertThat(console.run("customer")).isEqualTo(WRONG_USAGE);
  }

  @Test
  void somebody_else_s_database_is_backed_up_by_its_own_tools() {
    assertThat(console.run("backup", "backup.tar.gz")).isEqualTo(FAILED);
    assertThat(console.err()).contains("use pg_dump");
    assertThat(console.run("restore", "backup.tar.gz")).isEqualTo(FAILED);
    assertThat(console.err()).contains("use pg_restore");
  }

  private void configure(String more) throws IOException {
    Files.writeString(
        folder.resolve("calltally.yaml"),
        """
        sources: [{name: main, zone: Europe/Minsk, region: BY, tokens: [a-token-of-twenty-two]%s}]
        directory: {managers: [{name: Anna, numbers: ["+375290000011"]}]}
        """
            .formatted(more));
  }
}
