package calltally.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.SOFTWARE;
import static picocli.CommandLine.ExitCode.USAGE;

import calltally.app.testing.TestConsole;
import calltally.exchange.Notification;
import calltally.exchange.NotificationReader;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import calltally.ingest.journal.NotificationRow;
import calltally.ingest.spool.Spool;
import calltally.ingest.spool.SpoolSettings;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands retention, customer, backup and restore. */
final class RetentionCommandsTest {

  private static final String CALL =
      """
      {"event":"incoming_call_start","time":"2026-05-05T06:00:00Z","pbx_id":"1","caller":"80290001111","receiver":"+375290000001"}
      {"event":"incoming_call_end","time":"2026-05-05T06:00:30Z","pbx_id":"1","caller":"+375290001111","receiver":"+375290000001","status":"MISSED"}
      {"event":"incoming_call_start","pbx_id":"2","caller":"+375290001111"}
      """;

  private final TestDatabase database = TestDatabase.create();
  private final TestConsole console;
  private final Path folder;

  RetentionCommandsTest(@TempDir Path folder) {
    this.folder = folder;
    console =
        new TestConsole(folder)
            .with("CALLTALLY_DATABASE_URL", database.address().url())
            .with("CALLTALLY_DATABASE_USER", database.address().user());
  }

  @BeforeEach
  void receive_a_call() throws IOException {
    configure("");
    assertThat(console.typing(CALL).run("import", "-")).as(console.err()).isEqualTo(OK);
    assertThat(console.run("refresh")).isEqualTo(OK);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void a_dry_run_shows_what_retention_then_removes() throws IOException {
    assertThat(console.run("retention", "--dry-run")).isEqualTo(OK);
    assertThat(console.out()).isEqualTo("Everything is kept forever: no source has a retention.\n");
    Path old = Files.createDirectories(folder.resolve("data/archive/2024/11/21/1-daily"));
    Path kept = Files.createDirectories(folder.resolve("data/archive/2024/11/22/2-daily"));
    configure(
        ", retention: {notifications: 5 months, customer_numbers: 30 days, reports: 36 months}");

    assertThat(console.run("retention", "--dry-run")).as(console.err()).isEqualTo(OK);
    assertThat(console.out())
        .contains("notifications dropped", "2026-06-01T03:00+03:00", "numbers pseudonymised")
        .contains("reports removed", "2023-11-22T03:00+03:00")
        .contains("(3 rows)");
    assertThat(console.run("retention")).isEqualTo(OK);
    assertThat(console.out())
        .startsWith(
            "Removed: 2 notifications, 0 calls, 0 rejected requests, the recording links of 0 calls, the customers' numbers of 1 call, 1 archived report");
    assertThat(old).doesNotExist();
    assertThat(kept).isDirectory();
    assertThat(
            console.run(
                "sql",
                "--csv",
                "select pbx_id, outcome, customer ~ '^~[0-9a-f]{16}$' from analytics.call"))
        .isEqualTo(OK);
    assertThat(console.out()).contains("1,missed,t");
  }

  @Test
  void a_customers_data_is_exported_and_erased() throws IOException {
    Path damaged = Files.createDirectories(folder.resolve("data/spool")).resolve("1-0.damaged");
    Files.writeString(damaged, "…%2B375290001111… and %2B375290002222");
    Path report = Files.createDirectories(folder.resolve("data/archive/2026/05/06/9-daily"));
    Files.writeString(report.resolve("report.json"), "{\"customer\": \"+375290001111\"}");
    Path other = Files.createDirectories(folder.resolve("data/archive/2026/05/07/10-daily"));
    Files.writeString(other.resolve("report.json"), "{\"customer\": \"+375290002222\"}");

    assertThat(console.run("customer", "export", "8 029 000-11-11"))
        .as(console.err())
        .isEqualTo(OK);
    assertThat(console.out())
        .contains("\"calls\"", "\"missed_calls\"", "\"notifications\"", "\"rejected_requests\"")
        .contains("80290001111", "\"files\"", damaged.toString(), report.toString())
        .doesNotContain(other.toString());
    assertThat(console.run("customer", "erase", "+375290001111")).isEqualTo(USAGE);
    assertThat(console.err()).contains("elsewhere use --yes");

    assertThat(console.run("customer", "erase", "+375290001111", "--yes")).isEqualTo(OK);
    assertThat(console.out())
        .isEqualTo(
            """
            Source main:
              1 call
              1 missed call
              2 notifications
              1 rejected request
              1 report
              1 damaged part of the spool
            Erased. journal.deletion_log records this, without the number.
            Reports removed from the archive: 1; report --resend renders one without the number.
            """);
    assertThat(report).doesNotExist();
    assertThat(other).isDirectory();
    assertThat(damaged).content().isEqualTo("…xxxxxxxxxxxxxxx… and %2B375290002222");
    assertThat(console.run("customer", "export", "+375290001111")).isEqualTo(OK);
    assertThat(console.out()).doesNotContain("pbx_id", "files");
  }

  @Test
  void notifications_in_the_spool_are_exported_and_erased_too_but_not_those_of_others()
      throws IOException {
    spooled("in-spool", "+375290001111");
    spooled("of-another", "+375290002222");

    assertThat(console.run("customer", "export", "+375290001111")).isEqualTo(OK);
    assertThat(console.out()).contains("in-spool").doesNotContain("of-another");
    spooled("later", "+375290001111");
    assertThat(console.run("customer", "erase", "+375290001111", "--yes")).isEqualTo(OK);

    assertThat(folder.resolve("data/spool")).isDirectoryNotContaining("glob:**.spool");
    String calls = "select pbx_id, customer like '~%' from analytics.call order by 1";
    assertThat(console.run("sql", "--csv", calls)).isEqualTo(OK);
    assertThat(console.out()).contains("1,t", "in-spool,t", "later,t", "of-another,f");
  }

  @Test
  void erasing_an_unknown_customer_does_not_ask() {
    assertThat(console.run("customer", "erase", "+375290003333")).isEqualTo(SOFTWARE);

    assertThat(console.err()).isEqualTo("nothing is kept under this number\n");
    assertThat(console.run("customer", "export", "+375290003333")).isEqualTo(OK);
    assertThat(console.run("customer", "erase", "+375290003333", "--source", "x"))
        .isEqualTo(SOFTWARE);
    assertThat(console.err()).contains("cannot find the source: it must be one of main (was ");
  }

  @Test
  void a_managers_number_is_not_erased() {
    assertThat(console.run("customer", "erase", "+375290000011", "--yes")).isEqualTo(SOFTWARE);
    assertThat(console.err()).contains("the number must be a customer's");
    assertThat(console.run("customer", "erase", "anonymous", "--yes")).isEqualTo(SOFTWARE);
    assertThat(console.run("customer")).isEqualTo(USAGE);
  }

  @Test
  void backup_of_an_external_database_is_refused_with_the_tool_to_use() {
    assertThat(console.run("backup", "backup.tar.gz")).isEqualTo(SOFTWARE);
    assertThat(console.err()).contains("use pg_dump");
    assertThat(console.run("restore", "backup.tar.gz")).isEqualTo(SOFTWARE);
    assertThat(console.err()).contains("use pg_restore");
  }

  /** A missed call that was received while the database was away. */
  private void spooled(String pbxId, String caller) {
    String end =
        """
        {"event":"incoming_call_end","time":"2026-05-06T06:00:30Z","pbx_id":"%s","caller":"%s","receiver":"+375290000001","status":"MISSED"}
        """
            .formatted(pbxId, caller);
    Notification notification =
        (Notification)
            new NotificationReader(ZoneId.of("Europe/Minsk"), "BY")
                .read(NotifyRequest.line(Bytes.of(end.getBytes(UTF_8))), TestConsole.NOW);
    try (Spool spool = Spool.open(new SpoolSettings(folder.resolve("data/spool"), 1 << 20))) {
      spool
          .keep(
              NotificationRow.of("main", TestConsole.NOW, RequestMethod.POST, notification),
              null,
              Duration.ofMinutes(1))
          .join();
    }
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
