package calltally.ingest.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.ingest.request.Bytes;
import calltally.ingest.request.NotifyRequest;
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
    assertThat(rejection("{\"event\": \"" + "x".repeat(201) + "\"}").field()).isEqualTo("event");
    assertThat(read("{\"event\": \"" + "x".repeat(200) + "\"}").event()).hasSize(200);
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
    "MISSED, missed"
  })
  void the_seven_statuses_are_known(String sent, String status) {
    Notification notification = read(call("\"status\": \"" + sent + "\""));

    assertThat(notification.status()).isEqualTo(status);
    assertThat(notification.remarks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"NO ANSWER\"", "\"answered\"", "16", "[\"answer\"]"})
  void any_other_status_counts_as_other(String sent) {
    Notification notification = read(call("\"status\": " + sent));

    assertThat(notification.status()).isEqualTo("other");
    assertThat(notification.remarks()).containsExactly(Remark.UNKNOWN_STATUS);
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
      strings = {"http://r.example.com/1", "HTTPS://r.example.com/1.mp3?a=b#c", "https://r"})
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
        ""
      })
  void any_other_link_is_ignored(String link) {
    assertThat(read(call("\"audio_path\": \"" + link + "\"")).audioPath()).isNull();
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
    return (Rejection) READER.read(NotifyRequest.line(Bytes.of(json.getBytes(UTF_8))), NOW);
  }
}
