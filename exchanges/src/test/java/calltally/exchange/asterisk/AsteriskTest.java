package calltally.exchange.asterisk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.Notification;
import calltally.exchange.NotificationReader;
import calltally.exchange.ParseResult;
import calltally.exchange.Rejection;
import calltally.exchange.Remark;
import calltally.exchange.Secrets;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AsteriskTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
  private static final Asterisk ASTERISK = new Asterisk();
  private static final String RULE_OF_TIME =
      "the time must be ISO 8601 with an offset, such as 2026-11-20T06:00:00.000Z";

  @ParameterizedTest
  @CsvSource({
    "PJSIP/101-0000002a, 101",
    "SIP/anna-desk-0000002a, anna-desk",
    "IAX2/102-11350, 102",
    "DAHDI/3-1, 3",
    "Local/101@members-00000012;1, 101",
    "PJSIP/101-0000002A, 101",
    "101, 101",
    "+375290000101, +375290000101",
    "8017/200-10, 8017/200-10",
    "PJSIP/101, PJSIP/101"
  })
  void a_channel_is_its_device_and_any_other_text_itself(String text, String device) {
    assertThat(ChannelName.device(text)).isEqualTo(device);
  }

  @ParameterizedTest
  @CsvSource({
    "0, noanswer",
    "16, noanswer",
    "19, noanswer",
    "17, busy",
    "21, busy",
    "26, cancel",
    "1, unavailable",
    "18, unavailable",
    "20, unavailable",
    "27, unavailable",
    "33, other",
    "34, unavailable",
    "79, unavailable",
    "80, other",
    "102, other",
    "127, other",
    "1000, other",
    "-1, other",
    "busy, other"
  })
  void a_cause_that_is_not_known_is_other(String cause, String status) {
    assertThat(HangupCause.status(cause)).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "ANSWER, answer",
    "answer, answer",
    "NOANSWER, noanswer",
    "BUSY, busy",
    "CANCEL, cancel",
    "CHANUNAVAIL, unavailable",
    "CONGESTION, unavailable",
    "DONTCALL, other",
    "TORTURE, other",
    "INVALIDARGS, other"
  })
  void the_result_of_a_dial_is_a_status(String word, String status) {
    assertThat(DialStatus.status(word)).isEqualTo(status);
  }

  @Test
  void a_source_with_signing_secrets_takes_nothing_unsigned() {
    NotifyRequest request = request("event=test");

    assertThat(ASTERISK.authenticate(request, Secrets.NONE, NOW)).contains(request);
    assertThat(ASTERISK.authenticate(request, new Secrets(List.of("secret"), Map.of()), NOW))
        .isEmpty();
  }

  @Test
  void a_time_needs_an_offset() {
    assertThat(start("2026-11-20T09:00:00.123%2B03:00").occurredAt())
        .isEqualTo("2026-11-20T06:00:00.123Z");
    assertThat(read("event=incoming_call_start&pbx_id=1.1&time=2026-11-20T06:00:00"))
        .isEqualTo(new Rejection("time", RULE_OF_TIME, "2026-11-20T06:00:00"));
    assertThat(read("event=incoming_call_start&pbx_id=1.1"))
        .isEqualTo(new Rejection("time", RULE_OF_TIME));
  }

  @Test
  void a_clock_is_ahead_from_five_minutes_on() {
    assertThat(start("2026-11-20T06:05:00Z").remarks()).isEmpty();
    assertThat(start("2026-11-20T06:05:00.001Z").remarks()).containsExactly(Remark.CLOCK_AHEAD);
  }

  @Test
  void only_the_outside_party_is_a_customer() {
    Notification incoming = start("2026-11-20T06:00:00Z");
    assertThat(incoming.caller()).isEqualTo("+79161234567");
    assertThat(incoming.receiver()).isNull();
    assertThat(ASTERISK.numbers(incoming.fields())).containsExactly("+79161234567");

    Notification outgoing =
        (Notification)
            read(
                "event=outgoing_call_start&pbx_id=1.1&time=2026-11-20T06:00:00Z"
                    + "&caller=PJSIP%2F101-00000001&receiver=89161234567");
    assertThat(outgoing.caller()).isNull();
    assertThat(outgoing.receiver()).isEqualTo("+79161234567");
    assertThat(ASTERISK.numbers(outgoing.fields())).containsExactly("89161234567");

    Notification other = (Notification) read("event=parked&caller=101&receiver=89161234567");
    assertThat(ASTERISK.numbers(other.fields())).containsExactly("101", "89161234567");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pbx_id=", "pbx_id=%20", "pbx_id=null", "pbx_id=None"})
  void a_call_needs_the_id_of_its_channel(String field) {
    assertThat(read("event=incoming_call_start&time=2026-11-20T06:00:00Z&" + field))
        .isEqualTo(new Rejection("pbx_id", "a call must have a pbx_id"));
  }

  @ParameterizedTest
  @CsvSource({
    "event=test, test, true",
    "event=Test&pbx_id=1.1, test, true",
    "event=parked, unknown:parked, false",
    "event=voicemail&pbx_id=1.1, unknown:voicemail, false",
    "event=call+parked!, unknown:call.parked, false",
  })
  void an_event_that_makes_no_call_is_kept(String form, String event, boolean isKnown) {
    Notification read = (Notification) read(form);

    assertThat(read.event()).isEqualTo(event);
    assertThat(read.isKnown()).isEqualTo(isKnown);
    assertThat(read.isOfCall()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "event=", "event=%20", "type=test"})
  void a_request_without_an_event_is_refused(String form) {
    assertThat(read(form)).isEqualTo(new Rejection("event", "a notification must have an event"));
  }

  private static Notification start(String time) {
    return (Notification)
        read(
            "event=incoming_call_start&pbx_id=1.1&caller=%2B79161234567&receiver=74951234500&time="
                + time);
  }

  private static ParseResult read(String form) {
    return new NotificationReader(ASTERISK, ZoneId.of("Europe/Moscow"), "RU")
        .read(request(form), NOW);
  }

  private static NotifyRequest request(String form) {
    return NotifyRequest.kept(
        RequestMethod.POST,
        "",
        null,
        "application/x-www-form-urlencoded",
        Bytes.of(form.getBytes(UTF_8)));
  }
}
