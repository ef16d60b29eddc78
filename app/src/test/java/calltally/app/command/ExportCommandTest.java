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
import calltally.ingest.journal.Batch;
import calltally.ingest.journal.Journal;
import calltally.ingest.journal.NotificationRow;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notifications exported from one database and imported into another. */
final class ExportCommandTest {

  /** Queries for all rows, without the ids and keys that a database assigns. */
  private static final List<String> KEPT =
      List.of(
          "select to_jsonb(n) - '{id,ingest_xid}'::text[] from journal.notification as n order by occurred_at, digest",
          "select to_jsonb(c) - 'customer_key' from calls.call as c order by pbx_id",
          "select to_jsonb(a) from calls.attempt as a order by pbx_id, attempt_no",
          "select to_jsonb(m) - 'customer_key' from calls.missed_call as m order by pbx_id",
          "select to_jsonb(h) from stats.hourly_line as h order by hour_start, line, department",
          "select to_jsonb(m) from stats.daily_manager as m order by local_date, manager",
          "select to_jsonb(q) from stats.daily_quality as q order by local_date");

  private final TestDatabase from = TestDatabase.create();
  private final TestDatabase to = TestDatabase.create();
  private final Path folder;
  private final TestConsole console;
  private final TestConsole other;

  ExportCommandTest(@TempDir Path folder) {
    this.folder = folder;
    console = console(from);
    other = console(to);
  }

  private TestConsole console(TestDatabase database) {
    return new TestConsole(folder)
        .with("CALLTALLY_DATABASE_URL", database.address().url())
        .with("CALLTALLY_DATABASE_USER", database.address().user());
  }

  @BeforeEach
  void receive() throws IOException {
    configure("[{name: main, zone: Europe/Minsk, region: BY, tokens: [a-token-of-twenty-two]}]");
    assertThat(console.run("refresh")).as(console.err()).isEqualTo(OK);
    receive(
        RequestMethod.POST,
        "2026-05-05T06:00:00.123456Z",
        """
        {"event":"incoming_call_start","time":"2026-05-05T09:00:00.000001","pbx_id":"1","caller":"80290001111","receiver":"+375290000001"}""");
    receive(
        RequestMethod.GET,
        "2026-05-05T06:00:01Z",
        """
        {"event":"incoming_call_start_chain_member_call","time":"2026-05-05T06:00:01Z","pbx_id":"1","receiver":"101"}""");
    // Late, and with JSON numbers that PostgreSQL normalises.
    receive(
        RequestMethod.POST,
        "2026-05-05T07:00:00Z",
        """
        {"event":"incoming_call_end","time":"2026-05-05T06:00:30Z","pbx_id":"1","caller":"+375290001111","receiver":"+375290000001","status":"MISSED","more":{"x":[1e5,-0,true,null,"Ж\\n\\""]}}""");
    receive(
        RequestMethod.FILE,
        "2026-05-06T07:00:00Z",
        """
        {"event":"outgoing_call_start","time":"2026-05-05T08:00:30Z","pbx_id":"2","caller":"101","receiver":"+375290001111"}""");
    receive(
        RequestMethod.POST,
        "2026-05-05T08:01:00Z",
        """
        {"event":"outgoing_call_end","time":"2026-05-05T08:01:00Z","pbx_id":"2","caller":"101","receiver":"+375290001111","status":"ANSWER","received_at":"x","digest":"y","fields":{"event":"z"}}""");
    receive(
        RequestMethod.POST, "2026-05-07T08:01:00Z", "{\"event\":\"summary\",\"summary\":\"none\"}");
    assertThat(console.run("refresh")).isEqualTo(OK);
  }

  @AfterEach
  void drop() {
    from.close();
    to.close();
  }

  @Test
  void exported_and_imported_notifications_give_the_same_rows_and_figures() {
    assertThat(console.run("export", "--notifications", "--out", "all.jsonl")).isEqualTo(OK);
    assertThat(console.out()).isEmpty();
    assertThat(console.err()).isEqualTo("6 notifications of source main exported\n");

    assertThat(other.run("import", "all.jsonl")).as(other.err()).isEqualTo(OK);
    assertThat(other.out())
        .isEqualTo("all.jsonl: 6 notifications stored, 0 already there, 0 lines rejected\n");
    assertThat(other.run("refresh")).isEqualTo(OK);

    assertThat(KEPT).allSatisfy(rows -> assertThat(rows(to, rows)).isEqualTo(rows(from, rows)));
    assertThat(rows(to, "select late from stats.daily_quality where late > 0")).isNotEmpty();
  }

  @Test
  void an_imported_notification_that_exists_is_a_duplicate() throws IOException {
    assertThat(console.run("export", "--notifications")).isEqualTo(OK);
    String exported = console.out();
    assertThat(other.typing(exported).run("import", "-")).isEqualTo(OK);
    assertThat(other.run("export", "--notifications")).isEqualTo(OK);
    assertThat(other.out()).isEqualTo(exported);

    assertThat(other.typing(exported).run("import", "-")).isEqualTo(OK);
    assertThat(other.out())
        .isEqualTo("standard input: 0 notifications stored, 6 already there, 0 lines rejected\n");
    assertThat(console.typing(exported).run("import", "-")).isEqualTo(OK);
    assertThat(console.out())
        .isEqualTo("standard input: 0 notifications stored, 6 already there, 0 lines rejected\n");
  }

  @Test
  void pseudonyms_are_exported_and_the_original_remains_a_duplicate() throws IOException {
    configure(
        "[{name: main, zone: Europe/Minsk, region: BY, tokens: [a-token-of-twenty-two], retention: {customer_numbers: 30 days}}]");
    assertThat(console.run("export", "--notifications")).isEqualTo(OK);
    String before = console.out();
    assertThat(console.run("retention")).as(console.err()).isEqualTo(OK);

    assertThat(console.run("export", "--notifications")).isEqualTo(OK);
    String after = console.out();
    assertThat(after).doesNotContain("0001111");
    assertThat(other.typing(after).run("import", "-")).isEqualTo(OK);
    assertThat(other.typing(before).run("import", "-")).isEqualTo(OK);
    assertThat(other.out())
        .isEqualTo("standard input: 0 notifications stored, 6 already there, 0 lines rejected\n");
    assertThat(rows(to, KEPT.get(0))).isEqualTo(rows(from, KEPT.get(0)));
  }

  @Test
  void a_line_with_a_malformed_receipt_is_rejected() {
    String line =
        """
        {"received_at":"%s","method":"%s","digest":"%s","fields":{"event":"test"}}
        """;

    other.typing(
        line.formatted("yesterday", "GET", "0".repeat(64))
            + line.formatted("2026-05-05T06:00:00Z", "PUT", "0".repeat(64))
            + line.formatted("2026-05-05T06:00:00Z", "GET", "0".repeat(63))
            + line.formatted("2026-05-05T06:00:00Z", "GET", "0".repeat(64))
                .replace("}}", "},\"event\":\"test\"}"));
    assertThat(other.run("import", "-")).as(other.err()).isEqualTo(OK);

    assertThat(other.out())
        .isEqualTo("standard input: 1 notification stored, 0 already there, 3 lines rejected\n");
    assertThat(rows(to, "select field from journal.rejected order by 1"))
        .containsExactly("digest", "method", "received_at");
  }

  @Test
  void a_source_must_be_named_where_there_are_several() throws IOException {
    configure(
        "[{name: main, zone: Europe/Minsk, region: BY}, {name: branch, zone: Europe/Minsk, region: BY}]");
    assertThat(console.typing("").run("import", "-")).isEqualTo(SOFTWARE);

    assertThat(console.run("export", "--notifications")).isEqualTo(USAGE);
    assertThat(console.err()).startsWith("missing --source: it must be one of main, branch\n");
    assertThat(console.run("export", "--notifications", "--source", "branch")).isEqualTo(OK);
    assertThat(console.out()).isEmpty();
    assertThat(console.run("export", "--notifications", "--source", "other")).isEqualTo(SOFTWARE);
    assertThat(console.err())
        .isEqualTo(
            "cannot export notifications: --source must be one of main, branch (was other)\n");
  }

  @Test
  void a_file_is_never_overwritten_and_notifications_is_a_required_option() throws IOException {
    Files.writeString(folder.resolve("all.jsonl"), "kept");

    assertThat(console.run("export", "--notifications", "--out", "all.jsonl")).isEqualTo(SOFTWARE);
    assertThat(console.err()).contains("export never overwrites a file").hasLineCount(1);
    assertThat(folder.resolve("all.jsonl")).hasContent("kept");
    assertThat(console.run("export", "--notifications", "--out", "no/all.jsonl"))
        .isEqualTo(SOFTWARE);
    assertThat(console.err()).contains("the file must be writable").hasLineCount(1);
    assertThat(console.run("export")).isEqualTo(USAGE);
    assertThat(console.err()).contains("--notifications");
  }

  private void receive(RequestMethod method, String receivedAt, String fields) {
    Notification notification =
        (Notification)
            new NotificationReader(ZoneId.of("Europe/Minsk"), "BY")
                .read(
                    NotifyRequest.line(Bytes.of(fields.getBytes(UTF_8))),
                    Instant.parse(receivedAt));
    try (Journal journal = Journal.open(from.owner())) {
      NotificationRow row =
          NotificationRow.of("main", Instant.parse(receivedAt), method, notification);
      journal.append(Batch.of(List.of(row)), Duration.ofMinutes(1));
    }
  }

  private static List<String> rows(TestDatabase database, String query) {
    return DSL.using(database.owner(), SQLDialect.POSTGRES).fetch(query).stream()
        .map(row -> String.valueOf(row.get(0)))
        .toList();
  }

  private void configure(String sources) throws IOException {
    Files.writeString(folder.resolve("calltally.yaml"), "sources: " + sources + "\n");
  }
}
