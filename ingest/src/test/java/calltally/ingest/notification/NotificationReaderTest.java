package calltally.ingest.notification;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.ingest.request.Bytes;
import calltally.ingest.request.NotifyRequest;
import calltally.ingest.request.RequestMethod;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NotificationReaderTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
  private static final NotificationReader READER =
      new NotificationReader(ZoneId.of("Europe/Minsk"), "BY");

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `{"event": " Incoming_Call_END ", "pbx_id": "1", "time": "2026-11-20T06:00:00Z"}`, incoming_call_end
          `{"event": "test"}`, test
          `{"event": "not_known_yet"}`, not_known_yet
          `{"speech_state": "speech_stored", "call_id": 1}`, speech
          `{"summary": "Wants a discount", "call_id": 1}`, summary
          `{"event": " ", "summary": ""}`, summary
          `{"event": null, "speech_state": "", "summary": ""}`, speech
          """)
  void the_event_is_named_or_inferred_from_the_fields(String json, String event) {
    assertThat(read(json).event()).isEqualTo(event);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `{}`, event
          `{"event": "  "}`, event
          `{"event": null, "summary": null}`, event
          `{"event": ["test"]}`, event
          `{"event": "outgoing_call_end", "time": "2026-11-20T06:00:00Z"}`, pbx_id
          `{"event": "outgoing_call_end", "time": "2026-11-20T06:00:00Z", "pbx_id": " "}`, pbx_id
          `{"event": "outgoing_call_end", "time": "2026-11-20T06:00:00Z", "pbx_id": null}`, pbx_id
          `{"event": "outgoing_call_end", "pbx_id": "1"}`, time
          `{"event": "outgoing_call_end", "pbx_id": "1", "time": "yesterday"}`, time
          `{"event": "outgoing_call_end", "pbx_id": "1", "time": 1763618400}`, time
          """)
  void a_missing_field_is_named(String json, String field) {
    assertThat(rejection(json).field()).isEqualTo(field);
  }

  @Test
  void names_and_identifiers_are_bounded() {
    assertThat(rejection("{\"event\": \"" + "x".repeat(65) + "\"}").field()).isEqualTo("event");
    assertThat(read("{\"event\": \"" + "x".repeat(64) + "\"}").event()).hasSize(64);
    assertThat(read("{\"event\": \"tags\", \"pbx_id\": \"" + "1".repeat(201) + "\"}").pbxId())
        .isNull();
    assertThat(
            rejection(call("\"x\": 1").replace("\"1.1\"", "\"" + "1".repeat(201) + "\"")).field())
        .isEqualTo("pbx_id");
  }

  @ParameterizedTest
  @CsvSource({
    "1763618400.10, 1763618400.10",
    "1e3, 1e3",
    "12345678901234567890123, 12345678901234567890123",
    "' a b ', a b"
  })
  void a_number_as_pbx_id_keeps_its_literal(String sent, String kept) {
    String json = sent.startsWith(" ") ? "\"" + sent + "\"" : sent;

    assertThat(read("{\"event\": \"tags\", \"pbx_id\": " + json + "}").pbxId()).isEqualTo(kept);
  }

  @Test
  void other_events_need_neither_identifier_nor_time() {
    Notification test =
        read(
            "{\"event\": \"test\", \"timestamp\": \"2026-11-20T06:00:00Z\", \"pbx_id\":"
                + " \"test_000000\"}");
    Notification tags = read("{\"event\": \"tags\", \"time\": \"soon\"}");
    Notification voicemail = read("{\"event\": \"voicemail\", \"time\": \"2026-11-20T06:00:00Z\"}");

    assertThat(test.occurredAt()).isNull();
    assertThat(test.pbxId()).isEqualTo("test_000000");
    assertThat(tags.occurredAt()).isNull();
    assertThat(voicemail.occurredAt()).isEqualTo("2026-11-20T06:00:00Z");
    assertThat(tags.remarks()).isEmpty();
  }

  @Test
  void a_time_without_offset_is_read_in_the_zone_of_the_source() {
    Notification notification = read(callAt("2026-11-20T09:00:00"));

    assertThat(notification.occurredAt()).isEqualTo("2026-11-20T06:00:00Z");
    assertThat(notification.remarks()).containsExactly(Remark.TIME_WITHOUT_OFFSET);
  }

  @Test
  void a_clock_more_than_five_minutes_ahead_is_remarked() {
    assertThat(read(callAt("2026-11-20T06:05:00Z")).remarks()).isEmpty();
    assertThat(read(callAt("2026-11-20T06:05:00.000001Z")).remarks())
        .containsExactly(Remark.CLOCK_AHEAD);
  }

  @ParameterizedTest
  @CsvSource({
    "ANSWER, answer",
    "' NoAnswer ', noanswer",
    "busy, busy",
    "CANCEL, cancel",
    "UNAVAILABLE, unavailable",
    "OTHER, other",
    "MISSED, missed",
    "Answered, answer",
    "NO ANSWER, noanswer",
    "no_answer, noanswer",
    "no-answer, noanswer",
    "Canceled, cancel",
    "cancelled, cancel"
  })
  void the_seven_statuses_are_known(String sent, String status) {
    Notification notification = read(call("\"status\": \"" + sent + "\""));

    assertThat(notification.status()).isEqualTo(status);
    assertThat(notification.remarks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"CHANUNAVAIL\"", "\"hangup\"", "16", "[\"answer\"]"})
  void an_unknown_word_counts_as_other_for_a_ring_and_is_no_verdict_for_a_call(String sent) {
    String callEnd = call("\"status\": " + sent);
    String memberEnd = callEnd.replace("incoming_call_end", "incoming_call_end_chain_member_call");

    assertThat(read(memberEnd).status()).isEqualTo("other");
    assertThat(read(callEnd).status()).isNull();
    assertThat(read(memberEnd).remarks()).containsExactly(Remark.UNKNOWN_STATUS);
    assertThat(read(callEnd).remarks()).containsExactly(Remark.UNKNOWN_STATUS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "NULL", "None", "NaN", "undefined", " - "})
  void a_word_for_no_value_is_no_status(String sent) {
    Notification notification = read(call("\"status\": \"" + sent + "\""));

    assertThat(notification.status()).isNull();
    assertThat(notification.remarks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"null\"", "\"None\"", "\"NaN\"", "\"undefined\"", "\" \"", "null"})
  void a_word_for_no_value_is_no_pbx_id(String sent) {
    assertThat(rejection(call("\"x\": 1").replace("\"1.1\"", sent)).field()).isEqualTo("pbx_id");
    assertThat(read("{\"event\": \"tags\", \"pbx_id\": " + sent + "}").pbxId()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1,76362E+09\"", "\"1.76362e+09\"", "\"2E-3\"", "1.76362E+09"})
  void a_rounded_number_is_refused_as_pbx_id_because_it_stands_for_many(String sent) {
    assertThat(rejection(call("\"x\": 1").replace("\"1.1\"", sent)).field()).isEqualTo("pbx_id");
    assertThat(read("{\"event\": \"tags\", \"pbx_id\": " + sent + "}").pbxId()).isNull();
  }

  @Test
  void a_rounded_telephone_number_is_nobodys() {
    Notification notification = read(call("\"caller\": \"3,75E+11\", \"receiver\": 3.75E+11"));

    assertThat(notification.caller()).isNull();
    assertThat(notification.receiver()).isNull();
    assertThat(notification.remarks()).containsExactly(Remark.ROUNDED_NUMBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"status\": \" \"",
        "\"status\": null",
        "\"duration\": \"\"",
        "\"duration\": null"
      })
  void a_blank_field_counts_as_absent(String field) {
    Notification notification = read(call(field));

    assertThat(notification.status()).isNull();
    assertThat(notification.duration()).isNull();
    assertThat(notification.remarks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "102, 102",
    "102.0, 102.0",
    "'\"102.0\"', 102.0",
    "'\" 0 \"', 0",
    "-0.0, 0.0",
    "1e2, 1E+2"
  })
  void a_duration_is_a_number_of_seconds(String sent, BigDecimal seconds) {
    Notification notification = read(call("\"duration\": " + sent));

    assertThat(notification.duration()).isEqualByComparingTo(seconds);
    assertThat(notification.remarks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "-0.001",
        "\"1:42\"",
        "\"1,5\"",
        "\"NaN\"",
        "true",
        "[1]",
        "1e99",
        "1e-99",
        "1000000000"
      })
  void any_other_duration_is_unreadable(String sent) {
    Notification notification = read(call("\"duration\": " + sent));

    assertThat(notification.duration()).isNull();
    assertThat(notification.remarks()).containsExactly(Remark.UNREADABLE_DURATION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://r.example.com/1",
        "HTTPS://r.example.com:8443/1.mp3?a=b@c#d",
        "https://r",
        "https://[2001:db8::1]/1",
        "https://\u0437\u0430\u043f\u0438\u0441\u044c.\u0431\u0435\u043b/1"
      })
  void a_web_link_is_kept(String link) {
    assertThat(read(call("\"audio_path\": \" " + link + " \"")).audioPath()).isEqualTo(link);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://r.example.com/1",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "/1.mp3",
        "https://",
        "https:///1",
        "https://r.example.com/a b",
        "xhttps://r.example.com",
        "https://user@r.example.com/1",
        "https://user:secret@r.example.com/1",
        "https://:80/1",
        "https://@r.example.com/1",
        "https://good.example.com\\\\@r.example.com/1",
        "https://r.example.com/\u200b1",
        "https://r.example.com/\u00a01"
      })
  void any_other_link_is_refused(String link) {
    Notification notification = read(call("\"audio_path\": \"" + link + "\""));

    assertThat(notification.audioPath()).isNull();
    assertThat(notification.remarks()).containsExactly(Remark.RECORDING_REFUSED);
    assertThat(notification.fields().text("audio_path")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\" \"", "null"})
  void a_blank_link_counts_as_absent(String link) {
    Notification notification = read(call("\"audio_path\": " + link));

    assertThat(notification.audioPath()).isNull();
    assertThat(notification.remarks()).isEmpty();
  }

  @Test
  void a_structure_is_no_link() {
    assertThat(read(call("\"audio_path\": [\"https://r\"]")).remarks())
        .containsExactly(Remark.RECORDING_REFUSED);
  }

  @Test
  void a_link_of_2048_characters_is_kept_and_a_longer_one_refused() {
    String link = "https://r.example.com/" + "\u0436".repeat(2048 - 22);

    assertThat(read(call("\"audio_path\": \"" + link + "\"")).audioPath()).isEqualTo(link);
    assertThat(read(call("\"audio_path\": \"" + link + "1\"")).remarks())
        .containsExactly(Remark.RECORDING_REFUSED);
  }

  @ParameterizedTest
  @CsvSource({
    "event, 8192",
    "time, 8192",
    "pbx_id, 8192",
    "caller, 8192",
    "receiver, 8192",
    "status, 8192",
    "duration, 8192",
    "audio_path, 8192",
    "tags, 32768"
  })
  void a_field_that_figures_read_is_bounded(String name, int longest) {
    Rejection rejection = rejection("{\"" + name + "\": \"" + "1".repeat(longest + 1) + "\"}");

    assertThat(rejection.field()).isEqualTo(name);
    assertThat(rejection.rule()).isEqualTo("the field must not exceed " + longest + " bytes");
  }

  @ParameterizedTest
  @CsvSource({"caller, 8192", "receiver, 8192", "status, 8192", "duration, 8192", "tags, 32768"})
  void the_longest_field_is_taken(String name, int longest) {
    read(call("\"" + name + "\": \"" + "1".repeat(longest) + "\""));
    read(call("\"" + name + "\": \"" + "\u0436".repeat(longest / 2) + "\""));
  }

  @Test
  void a_field_is_measured_in_bytes() {
    assertThat(rejection(call("\"caller\": \"" + "\u0436".repeat(4097) + "\"")).field())
        .isEqualTo("caller");
    assertThat(rejection(call("\"caller\": \"" + "\uD83D\uDE00".repeat(2049) + "\"")).field())
        .isEqualTo("caller");
    assertThat(rejection(call("\"caller\": \"" + "\u20AC".repeat(2731) + "\"")).field())
        .isEqualTo("caller");
    assertThat(
            rejection(
                    NotifyRequest.kept(
                        RequestMethod.POST,
                        null,
                        "application/x-www-form-urlencoded; charset=windows-1252",
                        Bytes.of(
                            ("event=test&caller=" + "\u0080".repeat(2731)).getBytes(ISO_8859_1))))
                .field())
        .isEqualTo("caller");
  }

  @Test
  void a_structure_is_bounded_too() {
    String tag = "[\"" + "t".repeat(10) + "\"]";
    String tags = "[" + (tag + ",").repeat(2100) + tag + "]";

    assertThat(rejection("{\"event\": \"tags\", \"tags\": " + tags + "}").field())
        .isEqualTo("tags");
    assertThat(
            rejection("{\"event\": \"test\", \"status\": {\"a\": \"" + "b".repeat(8192) + "\"}}")
                .field())
        .isEqualTo("status");
  }

  @Test
  void other_fields_are_bounded_by_the_request_alone() {
    assertThat(read("{\"event\": \"sms\", \"message\": \"" + "m".repeat(100_000) + "\"}").event())
        .isEqualTo("sms");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "incoming call start",
        "te\u0161t",
        "a;b",
        "a,b",
        "a/b",
        "event=test",
        "\u0441all",
        "a\u200bb"
      })
  void an_event_is_a_name(String event) {
    Rejection rejection = rejection("{\"event\": \"" + event + "\"}");

    assertThat(rejection.field()).isEqualTo("event");
    assertThat(rejection.rule()).doesNotContain(event);
  }

  @Test
  void a_name_has_letters_digits_and_four_signs() {
    assertThat(read("{\"event\": \"V2.call:on-Hold_1\"}").event()).isEqualTo("v2.call:on-hold_1");
  }

  @Test
  void a_withheld_number_is_null_and_its_text_is_kept() {
    Notification notification = read(call("\"caller\": \"Anonymous\", \"receiver\": 375290000001"));

    assertThat(notification.caller()).isNull();
    assertThat(notification.receiver()).isEqualTo("+375290000001");
    assertThat(notification.fields().text("caller")).contains("Anonymous");
  }

  private static String callAt(String time) {
    return call("\"x\": 1").replace("2026-11-20T06:00:00Z", time);
  }

  private static String call(String more) {
    return "{\"event\": \"incoming_call_end\", \"pbx_id\": \"1.1\", \"time\":"
        + " \"2026-11-20T06:00:00Z\", "
        + more
        + "}";
  }

  private static Notification read(String json) {
    return (Notification) READER.read(NotifyRequest.line(Bytes.of(json.getBytes(UTF_8))), NOW);
  }

  private static Rejection rejection(String json) {
    return rejection(NotifyRequest.line(Bytes.of(json.getBytes(UTF_8))));
  }

  private static Rejection rejection(NotifyRequest request) {
    return (Rejection) READER.read(request, NOW);
  }
}
