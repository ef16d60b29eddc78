package calltally.ingest.file;

import static calltally.ingest.file.TestFiles.notices;
import static calltally.ingest.file.TestFiles.open;
import static calltally.ingest.file.TestFiles.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.ingest.file.line.FileLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NotificationFileTest {

  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

  @Test
  void json_lines_are_kept_unchanged() throws IOException {
    assertThat(read("\n{\"event\": \"test\"}\nnot json\n"))
        .containsExactly("2 {\"event\": \"test\"}", "3 not json");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void a_table_is_read_by_its_heading_with_any_separator(String separator) throws IOException {
    String table =
        """
        Event,time,PBX_ID,caller,receiver,status
        incoming_call_start,2026-11-20T06:00:00Z,1.1,+375290000101,+375290000001,
        incoming_call_end,2026-11-20T06:01:00Z,1.1,,,ANSWER
        """;

    assertThat(read(table.replace(",", separator)))
        .containsExactly(
            "2 {\"event\":\"incoming_call_start\",\"time\":\"2026-11-20T06:00:00Z\",\"pbx_id\":\"1.1\",\"caller\":\"+375290000101\",\"receiver\":\"+375290000001\"}",
            "3 {\"event\":\"incoming_call_end\",\"time\":\"2026-11-20T06:01:00Z\",\"pbx_id\":\"1.1\",\"status\":\"ANSWER\"}");
  }

  @Test
  void a_table_may_have_quotes_byte_order_mark_crlf_lists_and_blanks_in_times() throws IOException {
    assertThat(
            read(
                "\uFEFFevent;time;tags;note;\r\n"
                    + "tags;2026-11-20 09:00:00;\"[\"\"vip\"\",\"\"late\"\"]\";\"a;\"\"b\"\"\";\r\n"
                    + "tags;;[not a list;x;"))
        .containsExactly(
            "2 {\"event\":\"tags\",\"time\":\"2026-11-20T09:00:00\",\"tags\":[\"vip\",\"late\"],\"note\":\"a;\\\"b\\\"\"}",
            "3 {\"event\":\"tags\",\"tags\":\"[not a list\",\"note\":\"x\"}");
  }

  @Test
  void a_cell_that_names_a_queue_event_does_not_make_a_table_a_queue_log() throws IOException {
    assertThat(read("event,message,time,caller,direction\nsms,hello,,+375290000101,OUTBOUND\n"))
        .containsExactly(
            "2 {\"event\":\"sms\",\"message\":\"hello\",\"caller\":\"+375290000101\",\"direction\":\"OUTBOUND\"}");
  }

  @Test
  void damaged_rows_are_reported_and_the_others_are_read() throws IOException {
    assertThat(read("event,time,caller\ntest,,1,2\ntest,,\"1\n\ntest\ntest,,1\n"))
        .containsExactly(
            "2 null: a line must have as many cells as the heading, 3 (was 4): a cell that contains the separator must be in quotes",
            "3 null: a quoted cell must be closed by a quote before the next separator",
            "5 null: a line must have as many cells as the heading, 3 (was 1)",
            "6 {\"event\":\"test\",\"caller\":\"1\"}");
  }

  @Test
  void a_quoted_cell_may_have_line_breaks_and_is_the_line_on_which_it_begins() throws IOException {
    assertThat(
            read(
                "event,time,caller,\"a\nnote\"\ntest,,1,\"two\nlines, \"\"quoted\"\"\"\r\n"
                    + "test,,2,\"a\n\n\nb\"\ntest,,3,c,d\ntest,,4,\"open\ntest,,5,e\n"))
        .containsExactly(
            "3 {\"event\":\"test\",\"caller\":\"1\",\"a\\nnote\":\"two\\nlines, \\\"quoted\\\"\"}",
            "5 {\"event\":\"test\",\"caller\":\"2\",\"a\\nnote\":\"a\\nb\"}",
            "9 null: a line must have as many cells as the heading, 4 (was 5): a cell that contains the separator must be in quotes",
            "10 null: a quoted cell must be closed by a quote before the next separator",
            "11 {\"event\":\"test\",\"caller\":\"5\",\"a\\nnote\":\"e\"}");
  }

  @Test
  void a_row_over_lines_is_no_larger_than_a_line_and_costs_no_other_row() throws IOException {
    String large = "x".repeat(600_000);

    assertThat(
            read("event,time,note\ntest,,\"" + large + "\n" + large + "\"\ntest,,a\n").stream()
                .map(line -> line.length() > 90 ? line.substring(0, 90) : line))
        .containsExactly(
            "2 null: a quoted cell must be closed by a quote before the next separator",
            "3 null: a line must have as many cells as the heading, 3 (was 1)",
            "4 {\"event\":\"test\",\"note\":\"a\"}");
    assertThat(read("event,time,note\ntest,,\"" + "a\n".repeat(120) + "\"\n")).hasSize(121);
  }

  @Test
  void other_charsets_are_read_when_named() throws IOException {
    byte[] file = "event,time,note\ntest,,Отдел продаж\n".getBytes(WINDOWS_1251);

    assertThat(read(file, new FileReading(null, WINDOWS_1251)))
        .containsExactly("2 {\"event\":\"test\",\"note\":\"Отдел продаж\"}");
    assertThat(read(file, FileReading.BY_CONTENT))
        .containsExactly(
            "2 null: a line must be valid UTF-8; name another encoding, for example --charset windows-1251");
  }

  @Test
  void gzipped_tables_are_read() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(file)) {
      gzip.write("event,time,caller\ntest,,1\n".getBytes(UTF_8));
    }

    assertThat(read(file.toByteArray(), FileReading.BY_CONTENT))
        .containsExactly("2 {\"event\":\"test\",\"caller\":\"1\"}");
  }

  @Test
  void a_file_that_only_begins_like_gzip_is_read_as_text() throws IOException {
    byte[] file = {0x1f, (byte) 0x8b, 0, '\n'};

    assertThat(read(file, new FileReading(FileFormat.JSONL, WINDOWS_1251))).hasSize(1);
  }

  @Test
  void a_file_of_unknown_format_is_refused_as_a_whole() {
    assertThatThrownBy(() -> read("name,department,numbers\nAnna,Sales,101\n"))
        .isInstanceOf(UnknownFileFormat.class)
        .hasMessageStartingWith("cannot import the file: its heading (name, department, numbers)");
    assertThatThrownBy(() -> read("nothing of this kind\n"))
        .isInstanceOf(UnknownFileFormat.class)
        .hasMessageStartingWith("cannot import the file: it must be JSON lines, CSV whose");
    assertThatThrownBy(() -> read("a,b\n".getBytes(UTF_8), new FileReading(FileFormat.CSV, UTF_8)))
        .isInstanceOf(UnknownFileFormat.class)
        .hasMessageContaining("the first line of CSV must name the fields: event");
  }

  @Test
  void what_is_skipped_is_said_with_its_lines_and_an_unknown_event_by_its_name()
      throws IOException {
    assertThat(
            notices(
                """
                1795154400|1.1|sales|NONE|ENTERQUEUE||+375290000101|1
                1795154401|1.1|sales|SIP/101|PAUSE|lunch
                1795154402|1.1|sales|NONE|OWNEVENT|x
                1795154403|1.1|sales|NONE|OWNEVENT|x
                """))
        .containsExactly(
            "events that are not known, not used: OWNEVENT (lines 3, 4)",
            "about agents or queues, not about calls: line 2");
    assertThat(
            notices(
                """
                event;time;pbx_id
                test;;
                event;time;pbx_id
                Total: 1;;
                (1 row)
                Total Energies;2026-11-20 09:00:00;
                """))
        .containsExactly(
            "the heading again, skipped: line 3",
            "looks like a total, and was left out: lines 4, 5");
  }

  @Test
  void objects_may_share_a_line_or_be_in_an_array_of_an_object() throws IOException {
    assertThat(read("{\"event\":\"a\"}{\"event\":\"b\"}\n{\"event\":\"c\"}\n"))
        .containsExactly("1 {\"event\":\"a\"}", "1 {\"event\":\"b\"}", "2 {\"event\":\"c\"}");
    assertThat(
            read(
                "{\"page\": 1, \"calls\": [\n{\"event\":\"a\"},\n{\"event\":\"b\"}\n], \"n\": \"[\"}\n"))
        .containsExactly("2 {\"event\":\"a\"}", "3 {\"event\":\"b\"}");
    assertThat(read("{\"calls\": [\n{\"event\":\"a\"},\n"))
        .containsExactly(
            "2 {\"event\":\"a\"}", "2 null: a JSON array must be closed: the file is cut off");
    assertThat(read("[\n{\"event\":\"a\"},\n{\"event\":\"b"))
        .containsExactly(
            "2 {\"event\":\"a\"}",
            "3 null: a JSON object must be closed: the file is cut off here");
    assertThat(read("{\"event\":\"tags\",\"tags\":[{\"a\":1}]}\n"))
        .containsExactly("1 {\"event\":\"tags\",\"tags\":[{\"a\":1}]}");
  }

  @Test
  void zero_bytes_between_lines_are_a_part_that_was_not_read() throws IOException {
    NotificationFile file =
        open("{\"event\":\"a\"}\n\0\0\n".getBytes(UTF_8), FileReading.BY_CONTENT);
    for (Optional<FileLine> line = file.next(); line.isPresent(); line = file.next()) {
      assertThat(line.get().damage()).isNull();
    }

    assertThat(file.notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.isUnread()).isTrue();
              assertThat(notice.text().in(Locale.ENGLISH))
                  .contains("zero bytes")
                  .contains("line 2");
            });
  }
}
