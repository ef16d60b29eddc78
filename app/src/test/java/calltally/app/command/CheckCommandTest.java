package calltally.app.command;

import static calltally.sql.jooq.stats.Tables.DAILY_MANAGER;
import static calltally.sql.jooq.stats.Tables.HOURLY_LINE;
import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.SOFTWARE;

import calltally.app.testing.TestConsole;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckCommandTest {

  private static final String CONFIGURATION =
      """
      http: {port: %d}
      sources:
        - {name: main, zone: UTC, region: BY, retention: {calls: 2 months}, working_hours: {mon-sun: ["00:00-24:00"]}}
        - {name: other, zone: Europe/Minsk}
      """;
  private static final String CALL =
      """
      {"event": "incoming_call_start", "time": "2026-11-20T06:00:00Z", "pbx_id": "1.1", "caller": "+375291112233", "receiver": "+375290000001"}
      {"event": "incoming_call_end", "time": "2026-11-20T06:01:00Z", "pbx_id": "1.1", "caller": "+375291112233", "receiver": "+375290000001", "status": "NOANSWER"}
      """;

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.owner(), SQLDialect.POSTGRES);
  private final Path folder;
  private final TestConsole console;

  CheckCommandTest(@TempDir Path folder) {
    this.folder = folder;
    console =
        new TestConsole(folder)
            .at(InstantSource.system())
            .with("CALLTALLY_DATABASE_URL", database.address().url())
            .with("CALLTALLY_DATABASE_USER", database.address().user());
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void where_everything_is_fine_each_line_says_so() throws IOException {
    Files.writeString(folder.resolve("calls.jsonl"), CALL);
    console.run("import", "calls.jsonl");
    console.run("refresh");

    assertThat(console.run("check")).isEqualTo(OK);

    assertThat(console.err()).isEmpty();
    assertThat(console.out().lines())
        .allMatch(line -> line.startsWith("ok ") || line.startsWith("warning  disk"))
        .extracting(line -> line.substring(9, 24).strip())
        .containsExactly(
            "configuration",
            "Java",
            "disk",
            "spool",
            "port",
            "page",
            "mail",
            "backup",
            "database",
            "server",
            "clock",
            "schema",
            "time zones",
            "grants",
            "partitions",
            "retention",
            "refresh",
            "sums",
            "feed",
            "rejected",
            "deliveries",
            "alarms");
  }

  @Test
  void what_waits_is_silent_or_was_rejected_is_printed_with_what_to_do() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.writeString(
          folder.resolve("calltally.yaml"), CONFIGURATION.formatted(taken.getLocalPort()));
      Files.writeString(
          folder.resolve("calls.jsonl"),
          CALL + CALL.replace("2026", "2025").replace("\"1.1\"", "\"2.2\""));
      console.run("import", "calls.jsonl");
      console.run("refresh");
      sql.execute(
          "update calls.refresh_cursor set refreshed_at = now() - interval '25 hours', ingest_xid ="
              + " '0'");
      sql.execute(
          "insert into journal.rejected (source_id, received_at, reason, method, channel, size)"
              + " values (1, now() - interval '23 hours', 'a rule', 'POST', 'http', 0), (1, now() -"
              + " interval '25 hours', 'a rule', 'POST', 'http', 0), (1, now(), 'a rule', 'FILE',"
              + " 'import', 0)");
      sql.execute("drop table journal.notification_" + nextMonth());
      CompletableFuture<Void> hangingUp = CompletableFuture.runAsync(() -> hangUp(taken));

      assertThat(console.run("check")).isEqualTo(SOFTWARE);
      hangingUp.join();
    }

    assertThat(console.out().lines().filter(line -> !line.startsWith("ok ")))
        .filteredOn(line -> !line.startsWith("warning  disk"))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .matches(
                        "failed   port           127\\.0\\.0\\.1:\\d+ belongs to another"
                            + " program.*"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "warning  partitions     the next month has none; serve creates them, and"
                            + " import those that it needs"),
            line ->
                assertThat(line)
                    .startsWith("warning  retention      main: calls to delete, 1 overdue; serve "),
            line ->
                assertThat(line)
                    .startsWith(
                        "failed   refresh        notifications wait, the last refresh was 25 h ago;"
                            + " serve refreshes"),
            line ->
                assertThat(line)
                    .matches(
                        "warning  feed           main last sent something \\d+ s ago, and was"
                            + " silent.* in the working hours of today; check that the exchange.*"),
            line ->
                assertThat(line)
                    .startsWith("warning  feed           other has sent nothing yet; check that"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "warning  rejected       1 request of main in the last 24 hours; calltally"
                            + " rejected list says why, calltally rejected replay parses them"
                            + " again"));
  }

  @Test
  void active_alarms_are_printed_and_who_was_not_notified() throws IOException {
    console.run("refresh");
    Files.writeString(
        folder.resolve("calltally.yaml"),
        "watch: {webhooks: [{url: \"https://alarms.example.com/\"}]}\n");
    sql.execute(
        """
        insert into ledger.alarm (source_id, kind, began_at, ended_at, message, details)
        values (0, 'refresh_late', now() - interval '3 hours', null, 'Figures stand still. ', '{}'),
            (1, 'feed_quiet', now() - interval '3 days', null, 'Nothing comes.', '{}'),
            (1, 'missed_rate', now() - interval '2 days', now(), 'Too many were missed.', '{}')
        """);
    sql.execute(
        """
        insert into ledger.alarm_notice (source_id, alarm_id, stage, channel, answer, notified_at)
        select source_id, alarm_id, 'begin', 'alarms.example.com', '500', case kind when 'feed_quiet' then began_at end
        from ledger.alarm
        where kind <> 'missed_rate'
        """);

    assertThat(console.run("check")).isEqualTo(SOFTWARE);

    assertThat(console.out().lines().filter(line -> line.contains("alarms ")))
        .containsExactly(
            "warning  alarms         main: feed_quiet, noticed 3 days ago: Nothing comes; check that"
                + " the exchange works and still has the address of serve",
            "warning  alarms         refresh_late, noticed 3 h ago: Figures stand still; check that"
                + " serve runs, that the database answers, and the log of serve; or run calltally"
                + " refresh",
            "failed   alarms         alarms.example.com was not notified of refresh_late: 500; check"
                + " watch and mail in the configuration; calltally mail-test tries the mail"
                + " server");
  }

  @Test
  void sums_that_do_not_add_up_are_printed_with_the_remedy() throws IOException {
    Files.writeString(folder.resolve("calls.jsonl"), CALL);
    console.run("import", "calls.jsonl");
    console.run("refresh");
    sql.update(HOURLY_LINE).set(HOURLY_LINE.SHORT_MISSED, 7).execute();

    assertThat(console.run("check")).isEqualTo(SOFTWARE);

    assertThat(console.out())
        .contains("failed   sums ")
        .contains(
            "(was 7; source_id 1, 2026-11-20); calltally refresh --rebuild derives all figures"
                + " from scratch");
    assertThat(console.run("refresh", "--rebuild")).isEqualTo(OK);
    assertThat(console.run("check")).isEqualTo(OK);
  }

  @Test
  void calls_that_could_not_be_derived_are_named() throws IOException {
    Files.writeString(folder.resolve("calls.jsonl"), CALL);
    console.run("import", "calls.jsonl");
    console.run("refresh");
    sql.execute(
        """
        insert into calls.failing_call (source_id, pbx_id, local_date, begun, version)
        values (1, '1.1', '2026-11-20', 3, '0'), (1, '2.2', '2026-11-20', 4, '0'), (1, '3.3', '2026-11-20', 2, '0')
        """);

    assertThat(console.run("check")).isEqualTo(SOFTWARE);

    assertThat(console.out())
        .contains(
            "failed   refresh        2 calls are in no figure, because they could not be derived: main 1.1, main 2.2;"
                + " the log of serve says why");
  }

  @Test
  void a_missing_schema_is_not_created() {
    sql.execute("drop schema flyway cascade");
    sql.dropTable(DAILY_MANAGER).cascade().execute();

    assertThat(console.run("check")).isEqualTo(OK);

    assertThat(console.out())
        .contains(
            "warning  schema         the database has none yet; calltally serve or calltally import"
                + " creates it")
        .doesNotContain("sums");
    assertThat(sql.fetchValue("select to_regnamespace('flyway')::text")).isNull();
  }

  @Test
  void a_clock_that_is_wrong_by_hours_has_failed() {
    console.at(InstantSource.fixed(TestConsole.NOW.minusSeconds(1_000_000_000)));

    assertThat(console.run("check")).isEqualTo(SOFTWARE);

    assertThat(console.out()).contains("failed   clock          the clock of PostgreSQL is ");
  }

  @Test
  void an_unreachable_database_has_failed_and_the_rest_is_checked() {
    console.with("CALLTALLY_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none?password=secret");

    assertThat(console.run("check")).isEqualTo(SOFTWARE);

    assertThat(console.out())
        .contains("failed   database       cannot connect, at jdbc:postgresql://127.0.0.1:1/none: ")
        .contains("ok       mail           not configured")
        .doesNotContain("secret");
  }

  @Test
  void each_problem_of_the_configuration_has_a_line() throws IOException {
    Files.writeString(folder.resolve("calltally.yaml"), "http: {port: x}\nsource: []\n");

    assertThat(console.run("check")).isEqualTo(SOFTWARE);

    assertThat(console.out())
        .isEqualTo(
            """
            failed   configuration  source: unknown key; known keys are company, data, http, database, spool, refresh, sources, directory, subscriptions, mail, archive, watch, web, users, telegram, handover; did you mean sources?
            failed   configuration  http.port: must be a port from 0 to 65535 (was x)
            Nothing else was checked: first correct %s.
            """
                .formatted(folder.resolve("calltally.yaml")));
  }

  @Test
  void a_source_whose_exchange_could_prove_its_requests_and_does_not_is_a_warning()
      throws IOException {
    Files.writeString(
        folder.resolve("calltally.yaml"),
        """
        http: {port: 0}
        sources:
          - {name: signed, zone: UTC, exchange: mango, secrets: {api_key: hidden-1, salt: hidden-2}}
          - {name: open, zone: UTC, exchange: mango}
          - {name: templates, zone: UTC, exchange: uis}
        """);

    assertThat(console.run("check")).isEqualTo(OK);

    assertThat(console.out().lines().filter(line -> line.contains("proof")))
        .containsExactly(
            "warning  configuration  source open: requests of Mango Office are taken without proof"
                + " of their sender; add its secrets to the configuration: calltally exchanges"
                + " mango says which");
    assertThat(console.out()).doesNotContain("hidden");
    assertThat(console.inRussian().run("check")).isEqualTo(OK);
    assertThat(console.out())
        .contains("источник open: запросы Mango Office принимаются без проверки отправителя");
  }

  private static String nextMonth() {
    return DateTimeFormatter.ofPattern("yyyyMM", Locale.ROOT)
        .format(LocalDate.now(ZoneOffset.UTC).plusMonths(1));
  }

  private static void hangUp(ServerSocket server) {
    try {
      server.accept().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_folder_without_a_database_stays_empty(@TempDir Path empty) {
    TestConsole console = new TestConsole(empty);

    assertThat(console.run("check")).isEqualTo(OK);

    assertThat(console.out())
        .contains("ok       configuration  no file: one source and the embedded database")
        .contains("warning  database       there is none in " + empty.resolve("data") + " yet; ");
    assertThat(empty).isEmptyDirectory();
  }
}
