package calltally.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.ingest.file.line.FileLine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NotificationFileTest {

  private static final Instant BEGINNING = Instant.parse("2026-11-20T06:00:00Z");
  private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
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
  void each_queue_event_becomes_the_notifications_of_an_exchange() throws IOException {
    assertThat(log("1|ENTERQUEUE||+375290000101|1"))
        .containsExactly("1.000 incoming_call_start caller +375290000101 receiver sales");
    assertThat(log("20|SIP/101|RINGNOANSWER|15000"))
        .containsExactly(
            "5.000 incoming_call_start_chain_member_call receiver 101",
            "20.000 incoming_call_end_chain_member_call receiver 101 status noanswer");
    assertThat(log("20|SIP/101|RINGNOANSWER|999"))
        .containsExactly(
            "19.001 incoming_call_start_chain_member_call receiver 101",
            "20.000 incoming_call_end_chain_member_call receiver 101 status unavailable");
    assertThat(log("20|SIP/101|RINGNOANSWER|1000")).last().asString().endsWith("status noanswer");
    assertThat(log("20|PJSIP/101|RINGCANCELED|4000"))
        .containsExactly(
            "16.000 incoming_call_start_chain_member_call receiver 101",
            "20.000 incoming_call_end_chain_member_call receiver 101 status cancel");
    assertThat(log("20|Local/101@from-queue/n|CONNECT|19|1763618420.7|6"))
        .containsExactly(
            "14.000 incoming_call_start_chain_member_call receiver 101",
            "20.000 incoming_call_answer receiver 101");
    assertThat(log("20|Anna Sokolova|CONNECT|19"))
        .containsExactly("20.000 incoming_call_answer receiver Anna Sokolova");
    assertThat(log("20|Agent/101|AGENTDUMP"))
        .containsExactly("20.000 incoming_call_end_chain_member_call receiver 101 status busy");
    for (String end : List.of("COMPLETEAGENT|5|55|1", "COMPLETECALLER|5|55|1")) {
      assertThat(log("60|SIP/101|" + end))
          .containsExactly(
              "60.000 incoming_call_end_chain_member_call receiver 101 status answer",
              "60.000 incoming_call_end receiver sales status answer duration 55");
    }
    for (String end :
        List.of(
            "TRANSFER|105|internal|5|55|1",
            "BLINDTRANSFER|105|internal|5|55|1",
            "ATTENDEDTRANSFER|BRIDGE|some-id|5|55|1")) {
      assertThat(log("60|SIP/101|" + end))
          .containsExactly(
              "60.000 incoming_call_end_chain_member_call receiver 101 status answer",
              "60.000 incoming_call_end receiver sales status answer duration 55");
    }
    for (String end :
        List.of(
            "ABANDON|1|1|30",
            "EXITWITHTIMEOUT|1|1|30",
            "EXITWITHKEY|1|1|1|30",
            "EXITEMPTY|1|1|30",
            "SYSCOMPAT")) {
      assertThat(log("30|NONE|" + end)).containsExactly("30.000 incoming_call_end receiver sales");
    }
  }

  @Test
  void outgoing_calls_of_a_queue_belong_to_the_agent() throws IOException {
    assertThat(log("1|SIP/101|OUTCALL|+375290000101"))
        .containsExactly("1.000 outgoing_call_start caller 101 receiver +375290000101");
    assertThat(log("9|SIP/101|OUTCONNECT|8"))
        .containsExactly("9.000 outgoing_call_answer caller 101");
    assertThat(log("60|SIP/101|OUTCOMPLETECALLER|8|51"))
        .containsExactly("60.000 outgoing_call_end caller 101 status answer duration 51");
    assertThat(log("60|SIP/101|OUTABANDON|1|1|120"))
        .containsExactly("60.000 outgoing_call_end caller 101 status noanswer");
    assertThat(log("60|SIP/101|OUTBUSY"))
        .containsExactly("60.000 outgoing_call_end caller 101 status busy");
    assertThat(log("60|SIP/101|OUTSIDE"))
        .containsExactly("event: an outgoing call's event must be one of those in docs/import.md");
  }

  @Test
  void damaged_lines_of_a_queue_log_name_the_field_and_the_rule() throws IOException {
    assertThat(
            read(
                """
                1763618400|1763618400.1|sales|NONE|ENTERQUEUE||+375290000101|1
                1763618400|1763618400.1|sal
                yesterday|1763618400.1|sales|NONE|ABANDON|1|1|30
                1763618400|NONE|sales|NONE|ABANDON|1|1|30
                1763618400|1763618400.1|sales|NONE|RINGNOANSWER|1000
                1763618400|1763618400.1|sales|SIP/101|RINGNOANSWER|soon
                1763618400|1763618400.1|sales|SIP/101||
                """))
        .hasSize(7)
        .endsWith(
            "2 null: a line of a queue_log must have at least 5 fields (was 3)",
            "3 time: the time must be a date and time, such as 2026-11-19 09:00:00 or 2026-11-19 09:00:00+03, or seconds since 1970",
            "4 callid: ABANDON must have the id of its call",
            "5 agent: RINGNOANSWER must name the agent",
            "6 data1: RINGNOANSWER must give the ring time in milliseconds",
            "7 event: a line of a queue_log must have an event");
  }

  @Test
  void lines_about_agents_and_queues_are_skipped_and_counted() throws IOException {
    NotificationFile file =
        open(
            """
            1763618400|NONE|NONE|NONE|QUEUESTART|
            1763618400|NONE|sales|SIP/101|PAUSE|lunch
            1763618400|1763618400.1|sales|NONE|DID|+375290000001
            1763618400|1763618400.1|sales|NONE|OWNEVENT|x
            """
                .getBytes(UTF_8),
            FileReading.BY_CONTENT);

    assertThat(file.next()).isEmpty();
    assertThat(file.passedOver()).isEqualTo(4);
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

  private static List<String> notices(String text) throws IOException {
    NotificationFile file = open(text.getBytes(UTF_8), FileReading.BY_CONTENT);
    for (Optional<FileLine> line = file.next(); line.isPresent(); line = file.next()) {
      assertThat(line.get().damage()).isNull();
    }
    return file.notices().stream().map(notice -> notice.text().in(Locale.ENGLISH)).toList();
  }

  @Test
  void a_queue_log_may_be_a_table_with_or_without_a_heading() throws IOException {
    String expected =
        "{\"event\":\"incoming_call_start\",\"time\":\"2026-11-20T06:00:00.250Z\",\"pbx_id\":\"1.1\",\"receiver\":\"sales\",\"queue_event\":\"ENTERQUEUE\",\"caller\":\"+375290000101\"}";

    assertThat(
            read(
                """
                id,time,callid,queuename,agent,event,data1,data2,data3,data4,data5
                7,2026-11-20 09:00:00.250,1.1,sales,NONE,ENTERQUEUE,,+375290000101,1,,
                """))
        .containsExactly("2 " + expected);
    assertThat(
            read(
                """
                "Event Type";"Queue";"Call ID";"Agent";"Timestamp";"Data"
                "ENTERQUEUE";"sales";"1.1";"NONE";"1795154400.25";"|+375290000101|1"
                """))
        .containsExactly("2 " + expected);
    assertThat(read("1795154400.25,1.1,sales,NONE,ENTERQUEUE,,+375290000101,1\n"))
        .containsExactly("1 " + expected);
  }

  /**
   * The notifications of a line of call 1.1 in queue sales, with seconds since its beginning.
   *
   * @param line seconds, agent where it has one, event and its parameters
   */
  private static List<String> log(String line) throws IOException {
    String[] cells = line.split("\\|", 2);
    boolean hasAgent = !cells[1].matches("[A-Z]+(\\|.*)?") || cells[1].startsWith("NONE");
    String written =
        "%d|1.1|sales|%s%s"
            .formatted(
                BEGINNING.getEpochSecond() + Long.parseLong(cells[0]),
                hasAgent ? "" : "NONE|",
                cells[1]);
    List<String> shortened = new ArrayList<>();
    for (String read : read(written)) {
      shortened.add(shortened(read));
    }
    return shortened;
  }

  private static String shortened(String read) throws IOException {
    if (!read.startsWith("1 {")) {
      return read.substring(2);
    }
    JsonNode json = new ObjectMapper().readTree(read.substring(2));
    assertThat(json.get("pbx_id").textValue()).isEqualTo("1.1");
    Duration since = Duration.between(BEGINNING, Instant.parse(json.get("time").textValue()));
    String fields =
        Stream.of("caller", "receiver", "status", "duration")
            .filter(json::has)
            .map(name -> " %s %s".formatted(name, json.get(name).textValue()))
            .collect(Collectors.joining());
    return "%d.%03d %s%s"
        .formatted(since.toSeconds(), since.toMillisPart(), json.get("event").textValue(), fields);
  }

  private static List<String> read(String file) throws IOException {
    return read(file.getBytes(UTF_8), FileReading.BY_CONTENT);
  }

  private static List<String> read(byte[] file, FileReading reading) throws IOException {
    NotificationFile open = open(file, reading);
    List<String> read = new ArrayList<>();
    for (Optional<FileLine> next = open.next(); next.isPresent(); next = open.next()) {
      read.add(text(next.get()));
    }
    return read;
  }

  private static NotificationFile open(byte[] file, FileReading reading) throws IOException {
    return NotificationFile.open(new ByteArrayInputStream(file), reading, MINSK);
  }

  private static String text(FileLine line) {
    return line.number()
        + " "
        + (line.damage() == null
            ? line.bytes().text(UTF_8)
            : requireNonNull(line.damage()).field() + ": " + line.damage().rule());
  }
}
