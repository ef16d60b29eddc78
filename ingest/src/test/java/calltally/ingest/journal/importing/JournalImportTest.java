package calltally.ingest.journal.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.exchange.Notification;
import calltally.ingest.testing.IngestDatabase;
import calltally.sql.LocalizedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class JournalImportTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");

  private final IngestDatabase database = new IngestDatabase();
  private final List<ImportTotals> progress = new ArrayList<>();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void lines_are_stored_once() {
    assertThat(run(line(1) + "\n" + line(2) + "\r\n\n  \n" + line(1)))
        .isEqualTo(new ImportTotals(2, 1, 0));
    assertThat(run(line(2))).isEqualTo(new ImportTotals(0, 1, 0));

    assertThat(
            database.row(
                "select distinct method, channel, received_at at time zone 'UTC' from"
                    + " journal.notification"))
        .containsExactly("FILE", "import", "2026-11-20 06:00:00");
  }

  @Test
  void a_line_fills_every_column() {
    run(
        """
        {"event": "incoming_call_end", "time": "2026-11-20T09:00:00.5", "pbx_id": "1.2", "caller": "80291112233", \
        "receiver": "+375290000001", "status": "perhaps", "duration": "52.25", "audio_path": "https://records.example.com/1"}
        """);

    assertThat(
            database.row(
                """
                select
                    event, occurred_at at time zone 'UTC', pbx_id, caller, receiver, status, duration, audio_path,
                    fields ->> 'status', method, channel, parser_version, remarks
                from journal.notification
                """))
        .containsExactly(
            "incoming_call_end",
            "2026-11-20 06:00:00.5",
            "1.2",
            "+375291112233",
            "+375290000001",
            null,
            "52.25",
            "https://records.example.com/1",
            "perhaps",
            "FILE",
            "import",
            String.valueOf(Notification.PARSER_VERSION),
            "{time_without_offset,unknown_status}");
  }

  @Test
  void order_of_names_and_escapes_do_not_change_a_notification() {
    run("{\"event\": \"test\", \"name\": \"\\u0416\\\"\\\\{},\"}");

    assertThat(run("{\"name\": \"Ж\\\"\\\\{},\", \"event\": \"test\"}"))
        .isEqualTo(new ImportTotals(0, 1, 0));
    assertThat(database.row("select fields ->> 'name' from journal.notification"))
        .containsExactly("Ж\"\\{},");
  }

  @Test
  void a_gzipped_file_is_recognised_by_its_content() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (int part = 0; part < 2; part++) {
      try (GZIPOutputStream gzip = new GZIPOutputStream(file)) {
        gzip.write((line(part) + "\n").getBytes(UTF_8));
      }
    }

    assertThat(run(file.toByteArray())).isEqualTo(new ImportTotals(2, 0, 0));
  }

  @Test
  void a_damaged_line_is_kept_with_its_number_and_the_others_are_stored() {
    assertThat(run(line(1) + "\n\n{\"event\": \"te\n" + line(2)))
        .isEqualTo(new ImportTotals(2, 0, 1));

    assertThat(
            database.row(
                "select reason, field, method, channel, content_type, convert_from(body, 'UTF8'),"
                    + " size from journal.rejected"))
        .containsExactly(
            "line 3: JSON must be well formed",
            null,
            "FILE",
            "import",
            null,
            "{\"event\": \"te",
            "13");
  }

  @Test
  void the_field_that_broke_a_rule_is_kept() {
    assertThat(run("{\"event\": \"incoming_call_end\", \"time\": \"2026-11-20T06:00:00Z\"}"))
        .isEqualTo(new ImportTotals(0, 0, 1));

    assertThat(database.row("select field from journal.rejected")).containsExactly("pbx_id");
  }

  @Test
  void a_line_over_one_mebibyte_is_rejected_and_its_beginning_kept() {
    String longest = "{\"event\":\"test\",\"x\":\"" + "x".repeat((1 << 20) - 23) + "\"}";

    assertThat(run(longest + "\n" + longest + " \n" + line(1)))
        .isEqualTo(new ImportTotals(2, 0, 1));

    assertThat(database.row("select size, octet_length(body) from journal.rejected"))
        .containsExactly("1048577", "65536");
  }

  @Test
  void a_line_that_postgresql_refuses_is_rejected_alone() {
    database.refuseEvent("unwanted");
    String file =
        IntStream.range(0, 300)
            .mapToObj(n -> n == 77 ? "{\"event\": \"unwanted\"}" : line(n))
            .collect(Collectors.joining("\n"));

    assertThat(run(file)).isEqualTo(new ImportTotals(299, 0, 1));

    assertThat(
            database.row("select reason, method, convert_from(body, 'UTF8') from journal.rejected"))
        .containsExactly(
            "line 78: the database must accept the notification (was SQLSTATE 23514)",
            "FILE",
            "{\"event\": \"unwanted\"}");
  }

  @Test
  void batches_of_a_thousand_lines_report_their_progress() {
    String file = IntStream.range(0, 2500).mapToObj(n -> line(n)).collect(Collectors.joining("\n"));

    assertThat(run(file)).isEqualTo(new ImportTotals(2500, 0, 0));

    assertThat(progress)
        .containsExactly(
            new ImportTotals(1000, 0, 0),
            new ImportTotals(2000, 0, 0),
            new ImportTotals(2500, 0, 0));
  }

  @Test
  void past_months_get_partitions_and_absurd_ones_do_not() {
    run(
        lineAt("1999-02-01T06:59:54.000Z")
            + "\n"
            + lineAt("1989-12-31T23:59:59Z")
            + "\n"
            + lineAt("2090-03-01T00:00:00Z"));

    assertThat(database.row("select count(*) from journal.notification_199902"))
        .containsExactly("1");
    assertThat(database.row("select count(*) from journal.notification_other"))
        .containsExactly("2");
  }

  @Test
  void an_exported_notification_keeps_its_arrival_and_its_digest() {
    String digest = "0123456789abcdef".repeat(4);
    String exported =
        "{\"received_at\":\"2020-02-03T04:05:06.123456Z\",\"method\":\"POST\",\"digest\":\"%s\","
                .formatted(digest)
            + "\"fields\":{\"event\": \"tags\", \"time\": \"2020-02-03T04:15:00Z\"}}";

    assertThat(run(exported)).isEqualTo(new ImportTotals(1, 0, 0));
    assertThat(run(exported)).isEqualTo(new ImportTotals(0, 1, 0));

    assertThat(
            database.row(
                """
                select
                    received_at at time zone 'UTC', method, channel, encode(digest, 'hex'),
                    fields, remarks
                from journal.notification_202002
                """))
        .containsExactly(
            "2020-02-03 04:05:06.123456",
            "POST",
            "http",
            digest,
            "{\"time\": \"2020-02-03T04:15:00Z\", \"event\": \"tags\"}",
            "{clock_ahead}");
  }

  @Test
  void a_queue_log_becomes_notifications_in_the_zone_of_the_source() {
    ImportTotals totals =
        run(
            """
            1795154400|NONE|NONE|NONE|QUEUESTART|
            2026-11-20 09:00:05|1.1|sales|SIP/101|RINGNOANSWER|5000
            1795154410|1.1|sales|SIP/101|RINGNOANSWER|soon
            1795154410|1.1|sales|SIP/101|OWN|
            """);

    assertThat(totals).isEqualTo(new ImportTotals(2, 0, 1, 2));
    assertThat(totals.lines()).isEqualTo(3);
    assertThat(
            database.row(
                "select array_agg((occurred_at at time zone 'UTC')::time order by occurred_at),"
                    + " array_agg(distinct receiver) from journal.notification"))
        .containsExactly("{06:00:00,06:00:05}", "{101}");
    assertThat(database.row("select reason, field from journal.rejected"))
        .containsExactly("line 3: RINGNOANSWER must give the ring time in milliseconds", "data1");
  }

  @Test
  void a_table_equals_the_json_lines_with_the_same_texts() {
    run("{\"event\": \"test\", \"caller\": \"101\", \"tags\": [\"vip\"]}");

    assertThat(run("event;time;caller;tags;note\ntest;;101;\"[\"\"vip\"\"]\";\n"))
        .isEqualTo(new ImportTotals(0, 1, 0));
  }

  @Test
  @Timeout(120)
  void a_new_month_waits_while_the_journal_is_in_use_and_names_the_session() throws Exception {
    CompletableFuture<String> waiting = new CompletableFuture<>();
    String file =
        IntStream.range(0, 2000).mapToObj(n -> line(n)).collect(Collectors.joining("\n"))
            + "\n"
            + lineAt("1999-02-01T06:00:00Z");
    try (Connection dump = database.owner().getConnection();
        Statement statement = dump.createStatement()) {
      dump.setAutoCommit(false);
      statement.execute("set application_name = 'pg_dump'");
      statement.execute("lock table journal.notification in access share mode");

      ImportTotals totals =
          run(
              file.getBytes(UTF_8),
              new ProgressListener() {
                @Override
                public void progress(ImportTotals soFar) {
                  progress.add(soFar);
                }

                @Override
                public void waiting(String reason) {
                  // By now everything before the new month is committed: it waits for no writer.
                  assertThat(database.count("journal.notification")).isEqualTo(2000);
                  if (waiting.complete(reason)) {
                    assertThatCode(dump::rollback).doesNotThrowAnyException();
                  }
                }
              });

      assertThat(totals).isEqualTo(new ImportTotals(2001, 0, 0));
      assertThat(waiting.join()).containsPattern("last by session \\d+ of \\w+ \\(pg_dump\\)");
      assertThat(database.count("journal.notification_199902")).isEqualTo(1);
    }
  }

  @Test
  void nothing_is_imported_into_an_inactive_source() {
    database.sql().execute("update config.source set active = false");

    assertThatThrownBy(() -> run(line(1)))
        .isInstanceOf(LocalizedException.class)
        .hasMessage("cannot import the file: its source must be in the configuration (was main)");
  }

  @Test
  void committed_lines_stay_when_a_file_is_truncated() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(file)) {
      gzip.write(
          IntStream.range(0, 3000)
              .mapToObj(n -> line(n))
              .collect(Collectors.joining("\n"))
              .getBytes(UTF_8));
    }
    byte[] half = Arrays.copyOf(file.toByteArray(), file.size() / 2);

    assertThatThrownBy(() -> run(half)).isInstanceOf(UncheckedIOException.class);

    assertThat(database.count("journal.notification")).isEqualTo(1000);
  }

  @Test
  void an_empty_file_imports_nothing() {
    assertThat(run("")).isEqualTo(ImportTotals.NONE);
  }

  private ImportTotals run(String file) {
    return run(file.getBytes(UTF_8));
  }

  private ImportTotals run(byte[] file) {
    return run(file, progress::add);
  }

  private ImportTotals run(byte[] file, ProgressListener listener) {
    return new JournalImport(database.ingest(), () -> NOW)
        .run("main", new ByteArrayInputStream(file), listener);
  }

  private static String line(int number) {
    return "{\"event\": \"test\", \"number\": " + number + "}";
  }

  private static String lineAt(String time) {
    return "{\"event\": \"incoming_call_start\", \"pbx_id\": \"1\", \"time\": \"" + time + "\"}";
  }
}
