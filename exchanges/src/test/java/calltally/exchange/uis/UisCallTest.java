package calltally.exchange.uis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.CallEvent;
import calltally.exchange.CallNotification;
import calltally.exchange.Notification;
import calltally.exchange.RawNotification;
import calltally.exchange.Receipt;
import calltally.exchange.field.Fields;
import calltally.exchange.testing.EventLine;
import calltally.exchange.testing.SentFields;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A message is written as its second, its event, and the fields that matter. */
final class UisCallTest {

  private static final Instant START = Instant.parse("2026-11-20T06:00:00Z");
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
  private static final Uis UIS = new Uis();
  private static final String RECORDS = "https://records.example.com/";
  private static final List<String> ANSWERED =
      List.of(
          "0 incoming_call_start receiver=74951234500",
          "2 incoming_call_start_chain_member_call receiver=31001 direction=in",
          "7 incoming_call_answer receiver=31001 direction=in",
          "60 incoming_call_end receiver=74951234500 employee=31001 duration=53 direction=in",
          "61 recording audio_path=" + RECORDS + "1.mp3",
          "65 recording audio_path=" + RECORDS + "2.mp3");

  @Test
  void an_answered_call_has_a_start_a_ring_an_answer_and_an_end() {
    assertThat(lines(ANSWERED))
        .containsExactly(
            "incoming_call_start 0 customer line null",
            "incoming_call_start_chain_member_call 2 customer 31001 null",
            "incoming_call_answer 7 customer 31001 null",
            "incoming_call_end 60 customer line answer");
  }

  @Test
  void the_order_of_messages_changes_nothing() {
    List<CallNotification> meant = translated(ANSWERED);

    Random random = new Random(20_261_120);
    for (int i = 0; i < 100; i++) {
      List<String> shuffled = new ArrayList<>(ANSWERED);
      Collections.shuffle(shuffled, random);

      assertThat(translated(shuffled)).isEqualTo(meant);
    }
  }

  @Test
  void the_end_has_the_recording_that_was_reported_last() {
    assertThat(translated(ANSWERED))
        .filteredOn(each -> each.event() == CallEvent.INCOMING_CALL_END)
        .extracting(CallNotification::audioPath)
        .containsExactly(RECORDS + "2.mp3");
    assertThat(lines(ANSWERED.subList(4, 6))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "employee=31001 duration=53, 31001, answer",
    "employee=31001 duration=0.5, 31001, answer",
    "employee=31001 status=answered, 31001, answer",
    "employee=31001 status=answered duration=0, 31001, answer",
    "duration=53,, answer",
    "employee=null duration=53,, answer",
    "employee=31001 duration=0,, null",
    "employee=31001 duration=-1,, null",
    "employee=31001 status=missed duration=53,, missed",
    "employee=31001 status=melted,, null",
  })
  void the_end_says_who_answered_when_that_message_was_lost(
      String fields, @Nullable String employee, String status) {
    String end = "60 incoming_call_end receiver=74951234500 " + fields;
    List<String> expected = new ArrayList<>();
    if (employee != null) {
      expected.add("incoming_call_end_chain_member_call 60 customer " + employee + " answer");
    }
    expected.add("incoming_call_end 60 customer line " + status);

    assertThat(lines(List.of(end))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"is_internal=true", "is_internal=TRUE direction=in", "direction=internal"})
  void a_call_between_members_means_nothing(String fields) {
    assertThat(
            lines(
                List.of(
                    "0 incoming_call_start_chain_member_call receiver=31001 " + fields,
                    "7 incoming_call_answer receiver=31001 " + fields,
                    "60 incoming_call_end receiver=74951234500 duration=53 " + fields)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"is_internal=false, incoming", "direction=up, incoming", "direction=OUT, outgoing"})
  void the_direction_is_read_in_any_case_and_else_from_the_event(String fields, String direction) {
    assertThat(lines(List.of("7 incoming_call_answer receiver=31001 " + fields)))
        .hasSize(1)
        .allMatch(line -> line.startsWith(direction));
  }

  private static List<String> lines(List<String> messages) {
    return translated(messages).stream().map(UisCallTest::line).toList();
  }

  private static String line(CallNotification next) {
    return EventLine.of(next, START)
        .replace("+79161234567", "customer")
        .replace("+74951234500", "line");
  }

  private static List<CallNotification> translated(List<String> messages) {
    return UIS.translate(messages.stream().map(UisCallTest::raw).toList());
  }

  private static RawNotification raw(String message) {
    String[] words = message.split(" ", 0);
    Instant time = START.plusSeconds(Long.parseLong(words[0]));
    List<String> fields =
        new ArrayList<>(
            List.of(
                "event=" + words[1],
                "time=" + time.getEpochSecond(),
                "pbx_id=501",
                "caller=79161234567"));
    fields.addAll(List.of(words).subList(2, words.length));
    Fields sent = SentFields.of(fields);
    Notification read = UIS.read(sent, new Receipt(time, MOSCOW, "RU"));
    return new RawNotification(
        read.event(),
        requireNonNull(read.pbxId()),
        requireNonNull(read.occurredAt()),
        time,
        read.digest(),
        MOSCOW,
        "RU",
        sent);
  }
}
