package calltally.exchange.sipsim;

import static calltally.exchange.sipsim.JsonReading.call;
import static calltally.exchange.sipsim.JsonReading.read;
import static calltally.exchange.sipsim.JsonReading.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.Notification;
import calltally.exchange.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are notifications, and what names and identifies them. */
final class NotificationReaderTest {

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
}
