package calltally.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.ingest.file.line.FileLine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The notation of queue logs: times, calls, agents, outgoing events and headings. */
final class QueueLogTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FileReading LOG = new FileReading(FileFormat.QUEUE_LOG, UTF_8);

  @ParameterizedTest
  @CsvSource({
    "1795154400, 2026-11-20T06:00:00Z",
    "1795154400.5, 2026-11-20T06:00:00.500Z",
    "1795154400.123456789, 2026-11-20T06:00:00.123456Z",
    "999999999, 2001-09-09T01:46:39Z",
    "2026-11-20 09:00:00, 2026-11-20T06:00:00Z",
    "2026-11-20T09:00:00.25, 2026-11-20T06:00:00.250Z",
    "2026-11-20 06:00:00Z, 2026-11-20T06:00:00Z",
    "2026-11-20 09:00:00+05:00, 2026-11-20T04:00:00Z",
    "20.11.2026 09:00, 2026-11-20T06:00:00Z",
    "1795154400000, 2026-11-20T06:00:00Z",
  })
  void a_time_is_in_seconds_or_in_iso_8601(String time, String instant) throws IOException {
    assertThat(one(time + "|1.1|sales|NONE|ABANDON|1|1|30").get("time").textValue())
        .isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "12345678", "123456789012", "1795154400,5", "-1795154400", "20.11.26 09:00"})
  void any_other_time_is_damage(String time) throws IOException {
    assertThat(damagedField(time + "|1.1|sales|NONE|ABANDON|1|1|30")).isEqualTo("time");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "NONE", "none", "REALTIME", "MANAGER"})
  void an_event_of_a_call_must_have_its_identifier(String call) throws IOException {
    assertThat(damagedField("1795154400|" + call + "|sales|NONE|ABANDON|1|1|30"))
        .isEqualTo("callid");
  }

  @ParameterizedTest
  @CsvSource({
    "SIP/101, 101",
    "PJSIP/101, 101",
    "pjsip/101, 101",
    "Local/101@from-queue/n, 101",
    "Agent/101, 101",
    "IAX2/101, 101",
    "Anna Sokolova, Anna Sokolova",
    "+375290000011, +375290000011",
    "101@home, 101@home",
  })
  void an_agent_is_a_number_or_a_name(String agent, String receiver) throws IOException {
    assertThat(one("1795154400|1.1|sales|" + agent + "|CONNECT|5").get("receiver").textValue())
        .isEqualTo(receiver);
  }

  @ParameterizedTest
  @CsvSource({
    "OUT, outgoing_call_start,",
    "OUTBOUND, outgoing_call_start,",
    "OUTGOING, outgoing_call_start,",
    "OUTDIAL, outgoing_call_start,",
    "OUTSTART, outgoing_call_start,",
    "OUTENTERQUEUE, outgoing_call_start,",
    "OUTANSWER, outgoing_call_answer,",
    "OUTCOMPLETE, outgoing_call_end, answer",
    "OUTCOMPLETEAGENT, outgoing_call_end, answer",
    "OUTNOANSWER, outgoing_call_end, noanswer",
    "OUTRINGNOANSWER, outgoing_call_end, noanswer",
    "OUTCANCEL, outgoing_call_end, noanswer",
    "OUTFAILED, outgoing_call_end, noanswer",
    "OUTEXITWITHTIMEOUT, outgoing_call_end, noanswer",
    "outbusy, outgoing_call_end, busy",
  })
  void outgoing_events_of_many_programs_are_known(String logged, String event, String status)
      throws IOException {
    JsonNode read = one("1795154400|1.1|sales|SIP/101|" + logged + "|7|51");

    assertThat(read.get("event").textValue()).isEqualTo(event);
    assertThat(read.path("status").textValue()).isEqualTo(status);
    assertThat(read.get("caller").textValue()).isEqualTo("101");
    assertThat(read.path("duration").textValue()).isEqualTo("answer".equals(status) ? "51" : null);
  }

  @ParameterizedTest
  @CsvSource({
    "+375290000101, +375290000101",
    "7|+375290000101|x, +375290000101",
    "ctx|8 (029) 000-01-01, 8 (029) 000-01-01",
    "ctx|12,",
    "'',",
  })
  void an_outgoing_call_goes_to_the_first_parameter_like_a_number(
      String parameters, String receiver) throws IOException {
    assertThat(
            one("1795154400|1.1|sales|SIP/101|OUTCALL|" + parameters).path("receiver").textValue())
        .isEqualTo(receiver);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "Timestamp,Unique ID,Queue,Agent,Event Type,data1,data2!1795154400,1.1,sales,NONE,ENTERQUEUE,,101",
        "event,queuename,agent,callid,time,data1,data2!ENTERQUEUE,sales,NONE,1.1,1795154400,,101",
        "id;epoch;call-id;queue;member;verb;arg1;arg2!7;1795154400;1.1;sales;NONE;enterqueue;;101",
        "created\tcall\tqueue\tagent_name\taction\tdata!1795154400\t1.1\tsales\tNONE\tENTERQUEUE\t|101",
      })
  void a_heading_may_name_the_columns_in_many_ways(String heading, String row) throws IOException {
    JsonNode read = one(heading + "\n" + row);

    assertThat(read.get("event").textValue()).isEqualTo("incoming_call_start");
    assertThat(read.get("pbx_id").textValue()).isEqualTo("1.1");
    assertThat(read.get("receiver").textValue()).isEqualTo("sales");
    assertThat(read.get("queue_event").textValue()).isEqualTo("ENTERQUEUE");
    assertThat(read.path("caller").textValue()).isEqualTo("101");
  }

  @Test
  void a_log_is_recognised_although_its_first_lines_are_damaged() throws IOException {
    List<FileLine> read =
        read(
            "cut off\n1795154400|1.1|sales|NONE|OWN|x\n1795154400|1.1|sales|NONE|ABANDON|1|1|30\n",
            FileReading.BY_CONTENT);

    assertThat(read).extracting(FileLine::number).containsExactly(1L, 3L);
    assertThat(requireNonNull(read.get(0).damage()).rule())
        .isEqualTo("a line of a queue_log must have at least 5 fields (was 1)");
  }

  @Test
  void a_log_of_unknown_events_alone_is_read_when_its_format_is_named() throws IOException {
    assertThat(read("1795154400|1.1|sales|NONE|OWN|x\n", LOG)).isEmpty();
  }

  private static JsonNode one(String log) throws IOException {
    List<FileLine> read = read(log, LOG);
    assertThat(read).singleElement().extracting(FileLine::damage).isNull();
    return JSON.readTree(read.get(0).bytes().text(UTF_8));
  }

  private static String damagedField(String log) throws IOException {
    return String.valueOf(requireNonNull(read(log, LOG).get(0).damage()).field());
  }

  private static List<FileLine> read(String log, FileReading reading) throws IOException {
    NotificationFile file =
        NotificationFile.open(
            new ByteArrayInputStream(log.getBytes(UTF_8)), reading, ZoneId.of("Europe/Minsk"));
    List<FileLine> read = new ArrayList<>();
    for (Optional<FileLine> next = file.next(); next.isPresent(); next = file.next()) {
      read.add(next.get());
    }
    return read;
  }
}
