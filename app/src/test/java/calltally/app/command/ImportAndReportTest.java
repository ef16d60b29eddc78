package calltally.app.command;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.SOFTWARE;
import static picocli.CommandLine.ExitCode.USAGE;

import calltally.app.testing.TestConsole;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file of notifications to the report, in an external database. */
final class ImportAndReportTest {

  private static final String CALL =
      """
      {"event": "outgoing_call_start", "time": "2026-11-20T06:00:00Z", "pbx_id": "1.1", "caller": "101", "receiver": "+375291112233"}
      {"event": "outgoing_call_end", "time": "2026-11-20T06:01:00Z", "pbx_id": "1.1", "caller": "101", "receiver": "+375291112233", "status": "NOANSWER"}
      {"event": "outgoing_call_end"}
      """;

  private final TestDatabase database = TestDatabase.create();
  private final Path folder;
  private final TestConsole console;

  ImportAndReportTest(@TempDir Path folder) {
    this.folder = folder;
    console =
        new TestConsole(folder)
            .with("CALLTALLY_DATABASE_URL", database.address().url())
            .with("CALLTALLY_DATABASE_USER", database.address().user());
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void repeated_notifications_are_duplicates_and_invalid_lines_are_rejected() throws IOException {
    Files.writeString(folder.resolve("plain.jsonl"), CALL);
    try (OutputStream file = Files.newOutputStream(folder.resolve("packed.jsonl.gz"));
        OutputStream gzip = new GZIPOutputStream(file)) {
      gzip.write(CALL.getBytes(UTF_8));
    }
    console.typing(CALL);

    assertThat(console.run("import", "plain.jsonl", "packed.jsonl.gz", "-")).isEqualTo(OK);

    assertThat(console.out())
        .isEqualTo(
            """
            plain.jsonl: 2 notifications stored, 0 already there, 1 line rejected
            packed.jsonl.gz: 0 notifications stored, 2 already there, 1 line rejected
            standard input: 0 notifications stored, 2 already there, 1 line rejected
            """);
  }

  @Test
  void an_import_that_stops_says_how_far_it_came_and_that_it_can_be_repeated() throws IOException {
    try (OutputStream file = Files.newOutputStream(folder.resolve("packed.jsonl.gz"));
        OutputStream gzip = new GZIPOutputStream(file)) {
      for (int number = 0; number < 3000; number++) {
        gzip.write("{\"event\": \"test\", \"number\": %d}\n".formatted(number).getBytes(UTF_8));
      }
    }
    byte[] whole = Files.readAllBytes(folder.resolve("packed.jsonl.gz"));
    Files.write(folder.resolve("half.jsonl.gz"), Arrays.copyOf(whole, whole.length / 2));

    assertThat(console.run("import", "half.jsonl.gz")).isEqualTo(SOFTWARE);

    assertThat(console.err())
        .contains("cannot import half.jsonl.gz to its end: ")
        .contains("; 1,000 lines are stored (0 of them were already there, 0 are rejected)")
        .contains("safe to import the file again");
    assertThat(console.run("import", "packed.jsonl.gz")).isEqualTo(OK);
    assertThat(console.out())
        .isEqualTo(
            "packed.jsonl.gz: 2,000 notifications stored, 1,000 already there, 0 lines rejected\n");
  }

  @Test
  void without_a_date_the_latest_complete_day_is_reported() throws IOException {
    imported();

    assertThat(console.run("report", "daily", "--lang", "ru", "--out", "reports")).isEqualTo(OK);

    assertThat(console.err())
        .isEqualTo("Reporting 2026-11-20, the latest complete day with notifications.\n");
    assertThat(console.out()).isEqualTo("reports/calltally-daily-2026-11-20-main-ru.pdf\n");
    assertThat(Files.readAllBytes(folder.resolve(console.out().strip())))
        .startsWith("%PDF-".getBytes(US_ASCII));
  }

  @Test
  void several_formats_are_written_at_once() throws IOException {
    imported();

    assertThat(console.run("report", "missed", "--format", "xlsx,json,csv")).isEqualTo(OK);

    assertThat(console.out())
        .isEqualTo(
            """
            calltally-missed-2026-11-20-main-en.xlsx
            calltally-missed-2026-11-20-main-summary.csv
            calltally-missed-2026-11-20-main-missed_calls.csv
            calltally-missed-2026-11-20-main-restated.csv
            calltally-missed-2026-11-20-main.json
            """);
    assertThat(console.out().lines().map(folder::resolve)).allMatch(Files::isRegularFile);
  }

  @Test
  void an_unknown_format_is_refused_with_the_known_ones() {
    assertThat(console.run("report", "daily", "--format", "pdf,docx")).isEqualTo(USAGE);

    assertThat(console.err()).contains("docx").contains("pdf, xlsx, csv, json");
  }

  @Test
  void a_day_can_be_reported_as_of_a_moment() throws IOException {
    imported();

    assertThat(
            console.run(
                "report", "daily", "--date", "2026-11-20", "--as-of", "2026-11-20T12:00:00+03:00"))
        .isEqualTo(OK);

    assertThat(console.err()).isEmpty();
    assertThat(folder.resolve("calltally-daily-2026-11-20-main-en.pdf")).isRegularFile();
  }

  @Test
  void dates_of_a_report_are_understood_as_people_write_them() throws IOException {
    imported();

    for (String date : new String[] {"20.11.2026", "позавчера", "2026-11-20"}) {
      assertThat(console.run("report", "daily", "--date", date, "--format", "json")).isEqualTo(OK);
      assertThat(console.out()).isEqualTo("calltally-daily-2026-11-20-main.json\n");
    }
    assertThat(console.run("report", "weekly", "--date", "this week", "--format", "json"))
        .isEqualTo(OK);
    assertThat(console.out()).startsWith("calltally-weekly-2026-11-16");
    assertThat(
            console.run(
                "report", "daily", "--from", "this-week", "--to", "yesterday", "--format", "json"))
        .isEqualTo(OK);
    assertThat(console.out()).contains("2026-11-16", "2026-11-21");
    assertThat(console.run("report", "daily", "--from", "today", "--to", "yesterday"))
        .isEqualTo(USAGE);
  }

  @Test
  void before_the_first_day_is_over_there_is_no_report_without_a_date() {
    assertThat(console.run("report", "daily")).isEqualTo(SOFTWARE);

    assertThat(console.err())
        .isEqualTo(
            "cannot make the daily report: source main has no complete period with notifications"
                + " yet; --date reports on one that is not over\n");
  }

  @Test
  void an_unknown_source_is_refused() throws IOException {
    imported();

    assertThat(console.run("import", "--source", "other", "calls.jsonl")).isEqualTo(SOFTWARE);
    assertThat(console.err()).contains("was other").hasLineCount(1);
    assertThat(console.run("report", "daily", "--source", "other")).isEqualTo(SOFTWARE);
    assertThat(console.err()).contains("other").hasLineCount(1);
  }

  @Test
  void an_unknown_name_is_refused_with_a_similar_one() throws IOException {
    imported();

    assertThat(console.run("report", "daily", "--source", "mian")).isEqualTo(SOFTWARE);
    assertThat(console.err())
        .isEqualTo(
            "cannot make the report: the source must be configured (was mian); did you mean main?\n");
    assertThat(console.run("report", "manager", "--manager", "10", "--date", "2026-11-20"))
        .isEqualTo(SOFTWARE);
    assertThat(console.err())
        .isEqualTo(
            "cannot make the report: the manager must be in the directory or have calls (was 10,"
                + " source main); did you mean 101?\n");
  }

  @Test
  void a_report_is_written_even_if_there_is_no_desktop_to_open_it() throws IOException {
    imported();

    assertThat(console.run("report", "missed", "--format", "json", "--open")).isEqualTo(SOFTWARE);

    assertThat(console.out()).isEqualTo("calltally-missed-2026-11-20-main.json\n");
    assertThat(console.err()).contains("cannot open the report: there is no desktop here");
  }

  @Test
  void an_unreadable_file_keeps_all_files_from_being_imported() throws IOException {
    Files.writeString(folder.resolve("calls.jsonl"), CALL);

    assertThat(console.run("import", "calls.jsonl", "missing.jsonl")).isEqualTo(USAGE);

    assertThat(console.err())
        .startsWith("cannot read FILE: it must be a readable file (was missing.jsonl)\n");
    assertThat(console.out()).isEmpty();
  }

  @Test
  void a_rebuild_prints_how_much_it_derived() throws IOException {
    imported();

    assertThat(console.run("refresh", "--rebuild")).isEqualTo(OK);

    assertThat(console.out())
        .matches("2 notifications, 1 call and 1 day brought up to date in [\\d,]+ ms\n");
  }

  private void imported() throws IOException {
    Files.writeString(folder.resolve("calls.jsonl"), CALL);
    assertThat(console.run("import", "calls.jsonl")).as(console.err()).isEqualTo(OK);
  }
}
