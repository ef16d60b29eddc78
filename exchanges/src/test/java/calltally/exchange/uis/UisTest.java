package calltally.exchange.uis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.exchange.CallEvent;
import calltally.exchange.CallNotification;
import calltally.exchange.Notification;
import calltally.exchange.RawNotification;
import calltally.exchange.Receipt;
import calltally.exchange.Remark;
import calltally.exchange.Secrets;
import calltally.exchange.field.FieldValue;
import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class UisTest {

  private static final Uis UIS = new Uis();
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
  private static final Instant NINE = Instant.parse("2026-11-20T06:00:00Z");
  private static final Receipt ARRIVAL = new Receipt(NINE, MOSCOW, "RU");

  /** What the platform writes where a placeholder stands, quotes included. */
  private static final Map<String, String> VALUES =
      Map.of(
          "notification_time", "\"2026-11-20 09:00:00\"",
          "call_session_id", "501",
          "contact_phone_number", "\"79161234567\"",
          "virtual_phone_number", "\"74951234500\"",
          "employee_id", "31001",
          "leg_id", "9001",
          "direction", "\"in\"",
          "talk_time_duration", "60",
          "file_link", "\"https://records.example.com/501.mp3\"");

  static List<UisTemplate> templates() throws IOException {
    return UisTemplate.in("en");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void a_template_that_is_filled_in_is_a_notification_of_a_call(UisTemplate template) {
    Notification read = UIS.read(Fields.ofJson(filled(template, "in")), ARRIVAL);

    assertThat(read.pbxId()).isEqualTo("501");
    assertThat(read.occurredAt()).isEqualTo(NINE);
    assertThat(read.remarks()).containsExactly(Remark.TIME_WITHOUT_OFFSET);
    assertThat(read.isKnown()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void a_template_that_is_not_filled_in_is_refused(UisTemplate template) {
    String quoted = template.body().replaceAll("(\\{\\{\\w+}})", "\"$1\"");

    assertThatThrownBy(() -> UIS.read(Fields.ofJson(quoted), ARRIVAL))
        .isInstanceOfSatisfying(
            NotANotification.class,
            refused -> {
              assertThat(refused.field()).isEqualTo("time");
              assertThat(refused.rule()).contains("placeholder");
            });
  }

  @ParameterizedTest
  @MethodSource("templates")
  void a_template_needs_no_quotes_around_placeholders(UisTemplate template) {
    assertThat(template.body()).doesNotContain("\"{{").doesNotContain("}}\"");
  }

  @Test
  void the_steps_in_both_languages_and_the_page_have_the_same_seven_templates() throws IOException {
    String page = Files.readString(Path.of("src/test/resources/exchanges/uis/README.md"));

    assertThat(UisTemplate.in("en")).hasSize(7);
    assertThat(UisTemplate.in("ru"))
        .extracting(UisTemplate::body)
        .containsExactlyElementsOf(UisTemplate.in("en").stream().map(UisTemplate::body).toList());
    for (String language : List.of("en", "ru")) {
      for (UisTemplate template : UisTemplate.in(language)) {
        assertThat(page).contains(template.kind(), template.body());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Waiting for the answer, in, INCOMING_CALL_START_CHAIN_MEMBER_CALL",
    "Waiting for the answer, out,",
    "Waiting for the answer, internal,",
    "Talk started, in, INCOMING_CALL_ANSWER",
    "Talk started, Out, OUTGOING_CALL_ANSWER",
    "Talk started, internal,",
    "Call finished, in, INCOMING_CALL_END",
    "Call finished, out, OUTGOING_CALL_END",
    "Call finished, internal,",
    "Lost call, in, INCOMING_CALL_END",
    "Outbound call, in, OUTGOING_CALL_START",
    "Recording done, in,",
  })
  void the_direction_decides_what_a_message_means(
      String kind, String direction, @Nullable CallEvent meaning) throws IOException {
    List<CallNotification> translated =
        UIS.translate(List.of(raw(filled(UisTemplate.named(kind), direction))));

    assertThat(translated)
        .filteredOn(each -> each.event() != CallEvent.INCOMING_CALL_END_CHAIN_MEMBER_CALL)
        .extracting(CallNotification::event)
        .containsExactlyElementsOf(meaning == null ? List.of() : List.of(meaning));
  }

  @Test
  void the_parties_of_an_outgoing_call_are_the_employee_and_the_customer() throws IOException {
    List<CallNotification> translated =
        UIS.translate(
            List.of(
                raw(filled(UisTemplate.named("Outbound call"), "")),
                raw(filled(UisTemplate.named("Talk started"), "out")),
                raw(filled(UisTemplate.named("Call finished"), "out"))));

    assertThat(translated).hasSize(3);
    assertThat(translated).extracting(CallNotification::caller).containsOnly("31001");
    assertThat(translated).extracting(CallNotification::receiver).containsOnly("+79161234567");
  }

  @ParameterizedTest
  @CsvSource({"60, answer", "0.5, answer", "0,", "null,", "\"\","})
  void a_call_with_a_talk_was_answered(String duration, @Nullable String status)
      throws IOException {
    String end = filled(UisTemplate.named("Call finished"), "in").replace(": 60", ": " + duration);

    assertThat(UIS.translate(List.of(raw(end))))
        .filteredOn(each -> each.event() == CallEvent.INCOMING_CALL_END)
        .extracting(CallNotification::status)
        .containsExactly(status);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void the_only_number_of_a_template_is_the_customers(UisTemplate template) {
    assertThat(UIS.numbers(Fields.ofJson(filled(template, "in"))))
        .isEqualTo(template.kind().equals("Recording done") ? List.of() : List.of("79161234567"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20 09:00:00, TIME_WITHOUT_OFFSET",
    "2026-11-20T09:00:00, TIME_WITHOUT_OFFSET",
    "2026-11-20 06:00:00Z,",
    "2026-11-20T09:00:00+03:00,",
    "1795154400,",
    "1795154400.000,",
  })
  void a_time_may_be_written_in_each_of_the_platforms_forms(String time, @Nullable Remark remark) {
    Notification read = read("time", time);

    assertThat(read.occurredAt()).isEqualTo(NINE);
    assertThat(read.remarks()).isEqualTo(remark == null ? Set.of() : Set.of(remark));
  }

  @ParameterizedTest
  @CsvSource({
    "time, ''",
    "time, null",
    "time, 0",
    "time, 09:00:00",
    "time, 20.11.2026 09:00:00",
    "pbx_id, ' '",
    "pbx_id, null",
    "event, ''",
    "status, {{call_status}}",
    "leg_id, ' {{leg_id}} '",
  })
  void what_breaks_a_rule_names_its_field(String field, String value) {
    assertThatThrownBy(() -> read(field, value))
        .isInstanceOfSatisfying(
            NotANotification.class, refused -> assertThat(refused.field()).isEqualTo(field));
  }

  @ParameterizedTest
  @CsvSource({
    "incoming_call_end, true, 79161234567",
    "outgoing_call_start, true, 74951234500",
    "recording, true, '79161234567,74951234500'",
    "outgoing_call_end, false, 74951234500",
    "incoming_call_start_again, false, 79161234567",
    "chat, false, '79161234567,74951234500'",
  })
  void an_event_that_is_no_templates_is_kept_with_the_numbers_of_its_name(
      String event, boolean isTemplates, String numbers) {
    Notification read = read("event", event);

    assertThat(read.event()).isEqualTo(isTemplates ? event : Notification.UNKNOWN + event);
    assertThat(read.isKnown()).isEqualTo(isTemplates);
    assertThat(read.isOfCall()).isEqualTo(isTemplates);
    assertThat(String.join(",", UIS.numbers(read.fields()))).isEqualTo(numbers);
  }

  @Test
  void the_token_in_the_address_is_the_only_proof() {
    Secrets secrets = new Secrets(List.of("secret"), Map.of("key", "secret"));
    NotifyRequest request = NotifyRequest.line(Bytes.NONE);

    assertThat(UIS.requiresProof(secrets)).isFalse();
    assertThat(UIS.authenticate(request, secrets, NINE)).contains(request);
  }

  private static Notification read(String field, String value) {
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    fields.put("event", new FieldValue.Text("incoming_call_start"));
    fields.put("time", new FieldValue.Text("2026-11-20 09:00:00"));
    fields.put("pbx_id", new FieldValue.Text("501"));
    fields.put("caller", new FieldValue.Text("79161234567"));
    fields.put("receiver", new FieldValue.Text("74951234500"));
    fields.put(field, new FieldValue.Text(value));
    return UIS.read(new Fields(fields), ARRIVAL);
  }

  private static String filled(UisTemplate template, String direction) {
    String written = direction.isEmpty() ? "null" : "\"" + direction + "\"";
    return Pattern.compile("\\{\\{(\\w+)}}")
        .matcher(template.body())
        .replaceAll(
            found ->
                found.group(1).equals("direction")
                    ? written
                    : VALUES.getOrDefault(found.group(1), found.group(1)));
  }

  private static RawNotification raw(String json) {
    Fields fields = Fields.ofJson(json);
    Notification read = UIS.read(fields, ARRIVAL);
    return new RawNotification(
        read.event(), "501", NINE, NINE, read.digest(), MOSCOW, "RU", fields);
  }
}
