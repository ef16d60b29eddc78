package calltally.ingest.file;

import static calltally.ingest.file.TestFiles.open;
import static calltally.ingest.file.TestFiles.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A file of Asterisk's queue_log becomes the notifications of an exchange. */
final class QueueLogFileTest {

  private static final Instant BEGINNING = Instant.parse("2026-11-20T06:00:00Z");

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
}
