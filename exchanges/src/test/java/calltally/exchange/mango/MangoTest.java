package calltally.exchange.mango;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.Notification;
import calltally.exchange.NotificationReader;
import calltally.exchange.ParseResult;
import calltally.exchange.Rejection;
import calltally.exchange.Secrets;
import calltally.exchange.field.Fields;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MangoTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
  private static final Mango MANGO = new Mango();
  private static final Secrets SECRETS =
      new Secrets(List.of(), Map.of("api_key", "test-key", "salt", "test-salt"));
  private static final String JSON =
      "{\"entry_id\":\"e1\",\"call_id\":\"c1\",\"timestamp\":1763618400,\"seq\":1,"
          + "\"call_state\":\"Appeared\",\"location\":\"abonent\","
          + "\"from\":{\"number\":\"375290000101\"},\"to\":{\"extension\":\"101\","
          + "\"number\":\"sip:anna@test.mangosip.ru\",\"line_number\":\"375290000001\"}}";

  /** Computed apart from this program. */
  private static final String SIGN =
      "59b33079d8e86dc984acde0b65382b7469662116a463b4a9054f14503d134061";

  @Test
  void the_signature_is_the_sha256_of_key_json_and_salt() {
    assertThat(isTaken("test-key", SIGN, JSON)).isTrue();
    assertThat(isTaken("test-key", SIGN.toUpperCase(Locale.ROOT), JSON)).isTrue();
    assertThat(isTaken("test-key", SIGN, JSON + " ")).isFalse();
    assertThat(isTaken("test-key", SIGN.replace('5', '6'), JSON)).isFalse();
    assertThat(isTaken("other-key", SIGN, JSON)).isFalse();
    assertThat(isTaken("test-key", "", JSON)).isFalse();
  }

  @Test
  void without_secrets_every_request_is_taken() {
    NotifyRequest request = request("other-key", "", JSON);

    assertThat(MANGO.requiresProof(Secrets.NONE)).isFalse();
    assertThat(MANGO.authenticate(request, Secrets.NONE, NOW)).contains(request);
  }

  @Test
  void neither_key_nor_signature_are_kept() {
    NotifyRequest request = request("test-key", SIGN, JSON);

    assertThat(MANGO.masked(request).body().content().text(UTF_8))
        .startsWith("vpbx_api_key=***&sign=***&json=%7B");
    assertThat(MANGO.fields(request).values()).containsOnlyKeys("path", "json");
    assertThat(MANGO.numbers(MANGO.fields(request))).containsExactly("375290000101");
  }

  @ParameterizedTest
  @CsvSource({
    "1110, cancel",
    "1111, noanswer",
    "1119, cancel",
    "1120, cancel",
    "1121, busy",
    "1122, busy",
    "1124, busy",
    "1131, unavailable",
    "1134, unavailable",
    "1140, other",
    "1162, other",
    "1163, noanswer",
    "1164, unavailable",
    "1170, other",
    "1182, cancel",
    "1191, unavailable",
    "2219, other",
    "3219, unavailable",
    "4200, unavailable",
    "5003, other",
    "0, other"
  })
  void a_reason_that_is_not_known_is_read_as_its_class(int code, String status) {
    assertThat(MangoReason.status(code)).isEqualTo(status);
  }

  @Test
  void what_has_no_json_is_no_notification() {
    NotificationReader reader = new NotificationReader(MANGO, ZoneId.of("Europe/Moscow"), "RU");

    assertThat(reader.read(NotifyRequest.kept(RequestMethod.GET, null, null, Bytes.NONE), NOW))
        .isEqualTo(new Rejection("json", "the field must be a JSON object"));
    assertThat(reader.read(request("k", "s", JSON), NOW)).isInstanceOf(Notification.class);
  }

  @ParameterizedTest
  @CsvSource({
    "events/recording, events.recording, true",
    "events/dtmf, events.dtmf, true",
    "events/sms, events.sms, true",
    "result/callback, result.callback, true",
    "events/call, unknown:events.call, false",
    "events/summary, unknown:events.summary, false",
    "'', unknown:other, false",
  })
  void a_message_about_no_call_is_named_by_its_path(String path, String event, boolean isKnown) {
    Notification read = (Notification) read(path, "{\"entry_id\":\"e1\"}");

    assertThat(read.event()).isEqualTo(event);
    assertThat(read.isKnown()).isEqualTo(isKnown);
    assertThat(read.isOfCall()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `{"call_state":"Appeared","timestamp":1795154400}`, entry_id
          `{"call_state":"Appeared","entry_id":" ","timestamp":1795154400}`, entry_id
          `{"call_state":"Appeared","entry_id":"e1"}`, timestamp
          `{"call_state":"Appeared","entry_id":"e1","timestamp":0}`, timestamp
          `{"call_state":"Appeared","entry_id":"e1","timestamp":"2026-11-20"}`, timestamp
          `{"entry_result":1,"end_time":1795154400}`, entry_id
          `{"entry_result":1,"entry_id":"e1"}`, end_time
          `{"entry_result":1,"entry_id":"e1","end_time":""}`, end_time
          `["e1"]`, json
          `{"entry_id":"e1"`, json
          """)
  void what_breaks_a_rule_names_its_field(String json, String field) {
    assertThat(((Rejection) read("events/call", json)).field()).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"number\":\"1\"', '\"number\":\"2\",\"extension\":\"102\"', 1",
    "'\"number\":\"1\"', '\"number\":\"2\"', 1",
    "'\"number\":\"1\",\"extension\":\"101\"', '\"number\":\"2\"', 2",
    "'\"number\":\"1\",\"extension\":\"101\"', '\"number\":\"2\",\"extension\":\"102\"',",
    "'', '\"extension\":\"102\"',"
  })
  void only_a_party_without_an_extension_is_a_customer(
      String from, String to, @Nullable String number) {
    Fields fields =
        MANGO.fields(request("k", "s", "{\"from\":{" + from + "},\"to\":{" + to + "}}"));

    assertThat(MANGO.numbers(fields)).isEqualTo(number == null ? List.of() : List.of(number));
  }

  @Test
  void a_signature_does_not_cover_the_query() {
    NotifyRequest signed = request("test-key", SIGN, JSON);
    NotifyRequest more = signed.withContent("json=%7B%7D", signed.body().content());

    assertThat(MANGO.authenticate(more, SECRETS, NOW))
        .hasValueSatisfying(proven -> assertThat(proven.query()).isNull());
    assertThat(MANGO.hasPath("events/call")).isTrue();
  }

  private static ParseResult read(String path, String json) {
    return new NotificationReader(MANGO, ZoneId.of("Europe/Moscow"), "RU")
        .read(request("k", "s", json).toPath(path), NOW);
  }

  private static boolean isTaken(String key, String sign, String json) {
    return MANGO.authenticate(request(key, sign, json), SECRETS, NOW).isPresent();
  }

  private static NotifyRequest request(String key, String sign, String json) {
    String form =
        "vpbx_api_key=%s&sign=%s&json=%s".formatted(key, sign, URLEncoder.encode(json, UTF_8));
    return NotifyRequest.kept(
        RequestMethod.POST,
        "events/call",
        null,
        "application/x-www-form-urlencoded",
        Bytes.of(form.getBytes(UTF_8)));
  }
}
