package calltally.exchange.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import calltally.exchange.CallNotification;
import calltally.exchange.RawNotification;
import calltally.exchange.field.FieldValue;
import calltally.exchange.field.Fields;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lines of the recipe become: their parties and statuses. */
final class AsteriskCallTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
  private static final Asterisk ASTERISK = new Asterisk();

  @ParameterizedTest
  @CsvSource({
    "state=Up cause=16, answer",
    "state=UP cause=17, answer",
    "state=Up, answer",
    "state=Ringing cause=16, noanswer",
    "state=Down cause=17, busy",
    "state=Up2 cause=26, cancel",
    "cause=20, unavailable",
    "cause=Normal, other",
    "state=Ringing, null",
    "cause=, null",
    "dialstatus=BUSY, null",
  })
  void the_state_of_a_phone_decides_before_the_cause_of_its_end(String fields, String status) {
    assertThat(status("incoming_call_end_chain_member_call", fields)).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "dialstatus=ANSWER, answer",
    "dialstatus=BUSY, busy",
    "dialstatus=CONGESTION, unavailable",
    "dialstatus=, null",
    "state=Up cause=16, null",
  })
  void an_outgoing_call_ends_by_the_result_of_its_dial(String fields, String status) {
    assertThat(status("outgoing_call_end", fields)).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "incoming_call_start",
    "incoming_call_start_chain_member_call",
    "incoming_call_answer",
    "incoming_call_end",
    "outgoing_call_start",
    "outgoing_call_answer",
  })
  void no_other_event_has_a_status(String event) {
    assertThat(status(event, "state=Up cause=16 dialstatus=ANSWER")).isEqualTo("null");
  }

  @ParameterizedTest
  @CsvSource({
    "375290000101, PJSIP/101-0000002a, +375290000101, 101",
    "80290000101, Local/101@members-00000012;2, +375290000101, 101",
    "PJSIP/102-0000002b, 375290000101, 102, +375290000101",
    "anonymous, 101, null, 101",
    "<unknown>, IAX2/102-11350, null, 102",
    "'', SIP/anna-0000002a, null, anna",
  })
  void a_party_is_a_number_or_the_device_of_a_channel(
      String caller, String receiver, String from, String to) {
    List<CallNotification> translated =
        ASTERISK.translate(
            List.of(raw("incoming_call_answer", "caller=" + caller + " receiver=" + receiver)));

    assertThat(translated)
        .extracting(each -> each.caller() + " " + each.receiver())
        .containsExactly(from + " " + to);
  }

  @Test
  void each_notification_keeps_its_event_time_and_digest() {
    RawNotification start = raw("outgoing_call_start", "caller=101");
    RawNotification end = raw("outgoing_call_end", "caller=101");

    assertThat(ASTERISK.translate(List.of(start, raw("parked", "caller=101"), end)))
        .extracting(each -> each.event().label(), CallNotification::time, CallNotification::digest)
        .containsExactly(
            tuple("outgoing_call_start", NOW, start.digest()),
            tuple("outgoing_call_end", NOW, end.digest()));
  }

  private static String status(String event, String fields) {
    List<CallNotification> translated = ASTERISK.translate(List.of(raw(event, fields)));
    assertThat(translated).hasSize(1);
    return String.valueOf(translated.get(0).status());
  }

  private static RawNotification raw(String event, String namesAndValues) {
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    Arrays.stream(namesAndValues.split(" ", 0))
        .map(word -> word.split("=", 2))
        .forEach(field -> fields.put(field[0], new FieldValue.Text(field[1])));
    return new RawNotification(
        event, "1.1", NOW, NOW, "digest of " + event, ZoneId.of("UTC"), "BY", new Fields(fields));
  }
}
