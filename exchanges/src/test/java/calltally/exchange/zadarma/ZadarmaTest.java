package calltally.exchange.zadarma;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.exchange.CallEvent;
import calltally.exchange.CallNotification;
import calltally.exchange.Notification;
import calltally.exchange.RawNotification;
import calltally.exchange.Receipt;
import calltally.exchange.Remark;
import calltally.exchange.field.FieldValue;
import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ZadarmaTest {

  private static final Zadarma ZADARMA = new Zadarma();
  private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
  private static final Instant NINE = Instant.parse("2026-11-20T07:00:00Z");

  @ParameterizedTest
  @CsvSource({"zd_echo=a1b2, a1b2", "x=1&zd_echo=%3Cb%3E, <b>", "zd_echo=, ''"})
  void the_check_of_the_address_returns_what_it_is_given(String query, String text) {
    assertThat(ZADARMA.verify(ZadarmaRequest.get(query)))
        .hasValueSatisfying(
            reply -> {
              assertThat(reply.text()).isEqualTo(text);
              assertThat(reply.type()).startsWith("text/plain");
            });
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "echo=1", "zd_echo=%FF"})
  void other_queries_check_no_address(@Nullable String query) {
    assertThat(ZADARMA.verify(ZadarmaRequest.get(query))).isEmpty();
  }

  @Test
  void a_message_checks_no_address() {
    assertThat(ZADARMA.verify(ZadarmaRequest.form(Map.of("zd_echo", "1")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "answered, answer",
    "ANSWERED, answer",
    "busy, busy",
    "cancel, cancel",
    "no answer, noanswer",
    "failed, unavailable",
    "unallocated number, unavailable",
    "line limit, unavailable",
    "no money, other",
    "no limit, other",
    "no day limit, other",
    "'no money, no limit', other",
    "finished,",
    "'',",
  })
  void every_documented_disposition_has_a_status(String sent, @Nullable String status) {
    assertThat(ZadarmaDisposition.status(sent)).isEqualTo(status);
  }

  @Test
  void only_the_start_of_a_call_has_a_time_of_its_own() {
    Notification start = read("NOTIFY_START", Map.of("call_start", "2026-11-20 08:59:58"));
    assertThat(start.occurredAt()).isEqualTo(NINE.minusSeconds(2));
    assertThat(start.remarks()).containsExactly(Remark.TIME_WITHOUT_OFFSET);

    Notification ring = read("NOTIFY_INTERNAL", Map.of("call_start", "2026-11-20 08:59:58"));
    assertThat(ring.occurredAt()).isEqualTo(NINE);
    assertThat(ring.remarks()).containsExactly(Remark.TIME_OF_RECEIPT);
  }

  @Test
  void a_start_without_a_readable_time_is_refused_and_an_end_is_not() {
    assertThatThrownBy(() -> read("NOTIFY_OUT_START", Map.of("call_start", "20.11.2026 09:00")))
        .isInstanceOf(NotANotification.class)
        .extracting("field")
        .isEqualTo("call_start");
    assertThat(read("NOTIFY_END", Map.of("call_start", "20.11.2026 09:00")).occurredAt())
        .isEqualTo(NINE);
  }

  @ParameterizedTest
  @CsvSource({
    "NOTIFY_IVR, notify_ivr, true",
    "NOTIFY_RECORD, notify_record, true",
    "notify_ivr, notify_ivr, true",
    "NOTIFY_FAX, unknown:notify_fax, false",
    "UNKNOWN, unknown:unknown, false",
  })
  void a_message_about_no_call_keeps_its_name_and_its_caller(
      String sent, String event, boolean isKnown) {
    Notification read = read(sent, Map.of());

    assertThat(read.event()).isEqualTo(event);
    assertThat(read.isKnown()).isEqualTo(isKnown);
    assertThat(read.isOfCall()).isFalse();
    assertThat(read.caller()).isEqualTo("+380671234567");
    assertThat(read.occurredAt()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"event", "pbx_call_id"})
  void a_message_of_a_call_needs_its_event_and_the_id_of_its_call(String field) {
    assertThatThrownBy(() -> read("NOTIFY_END", Map.of(field, " ")))
        .isInstanceOf(NotANotification.class)
        .extracting("field")
        .isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({
    "NOTIFY_END, in_1, +380671234567,",
    "NOTIFY_ANSWER, in_1, +380671234567,",
    "NOTIFY_ANSWER, out_1, , +380501112233",
    "NOTIFY_OUT_END, out_1, , +380501112233",
  })
  void the_outside_party_is_the_caller_or_the_destination(
      String event, String id, @Nullable String caller, @Nullable String receiver) {
    Notification read =
        read(
            event,
            Map.of("pbx_call_id", id, "caller_id", "380671234567", "destination", "0501112233"));

    assertThat(read.caller()).isEqualTo(caller);
    assertThat(read.receiver()).isEqualTo(receiver);
  }

  @ParameterizedTest
  @CsvSource({
    "NOTIFY_START, in_1, 1",
    "NOTIFY_END, 17.1, 1",
    "NOTIFY_OUT_END, 17.1, 2",
    "NOTIFY_ANSWER, in_1, 1",
    "NOTIFY_ANSWER, out_1, 2",
    "NOTIFY_ANSWER, 17.1, '1,2'",
    "NOTIFY_IVR, in_1, '1,3'",
    "NOTIFY_SOMETHING, in_1, '1,2'",
  })
  void numbers_are_those_of_customers_and_what_they_key_in(
      String event, String id, String numbers) {
    Map<String, String> sent =
        Map.of(
            "event", event,
            "pbx_call_id", id,
            "caller_id", "1",
            "destination", "2",
            "wait_dtmf[digits]", "3");

    assertThat(String.join(",", ZADARMA.numbers(fields(sent)))).isEqualTo(numbers);
  }

  @Test
  void keys_may_also_be_an_object() {
    Fields sent = Fields.ofJson("{\"event\":\"NOTIFY_IVR\",\"wait_dtmf\":{\"digits\":\"4\"}}");

    assertThat(ZADARMA.numbers(sent)).containsExactly("4");
  }

  @Test
  void the_order_of_messages_changes_nothing() {
    List<RawNotification> call =
        List.of(
            raw(0, "NOTIFY_START", Map.of()),
            raw(1, "NOTIFY_INTERNAL", Map.of("internal", "101")),
            raw(1, "NOTIFY_INTERNAL", Map.of("internal", "102")),
            raw(9, "NOTIFY_ANSWER", Map.of("internal", "102")),
            raw(30, "NOTIFY_ANSWER", Map.of("internal", "101")),
            raw(60, "NOTIFY_END", Map.of("disposition", "answered", "duration", "51")));
    List<CallNotification> translated = ZADARMA.translate(call);
    Random random = new Random(1);
    for (int i = 0; i < 50; i++) {
      List<RawNotification> shuffled = new ArrayList<>(call);
      Collections.shuffle(shuffled, random);
      assertThat(ZADARMA.translate(shuffled)).isEqualTo(translated);
    }
  }

  /** The answer must be dated more than 5 s after the ring, by a millisecond at least. */
  @ParameterizedTest
  @CsvSource({"55000, 50", "54999, 50", "50000, 50", "49999, 10"})
  void an_answer_is_dated_by_the_length_of_the_talk_beyond_doubt(int millis, double seconds) {
    List<CallNotification> translated =
        ZADARMA.translate(
            List.of(
                raw(0, "NOTIFY_START", Map.of()),
                raw(5, "NOTIFY_INTERNAL", Map.of("internal", "101")),
                raw(50, "NOTIFY_ANSWER", Map.of("internal", "101")),
                raw(
                    60,
                    "NOTIFY_END",
                    Map.of("disposition", "answered", "duration", "" + millis / 1000.0))));

    assertThat(time(translated, CallEvent.INCOMING_CALL_ANSWER))
        .isEqualTo(
            seconds == 10 ? NINE.plusMillis(60_000 - millis) : NINE.plusSeconds((long) seconds));
  }

  @Test
  void an_answer_is_not_after_the_end_that_arrived_before_it() {
    List<CallNotification> translated =
        ZADARMA.translate(
            List.of(
                raw(10, "NOTIFY_END", Map.of("disposition", "answered", "duration", "2")),
                raw(11, "NOTIFY_ANSWER", Map.of("internal", "101"))));

    assertThat(time(translated, CallEvent.INCOMING_CALL_ANSWER)).isEqualTo(NINE.plusSeconds(8));
  }

  @Test
  void a_call_to_outside_is_one_whatever_its_id() {
    List<CallNotification> translated =
        ZADARMA.translate(
            List.of(
                raw(0, "NOTIFY_OUT_START", Map.of("internal", "101", "destination", "0501112233")),
                raw(9, "NOTIFY_ANSWER", Map.of("internal", "101", "destination", "0501112233"))));

    assertThat(translated)
        .extracting(CallNotification::event)
        .containsExactly(CallEvent.OUTGOING_CALL_START, CallEvent.OUTGOING_CALL_ANSWER);
    assertThat(translated).extracting(CallNotification::receiver).containsOnly("+380501112233");
  }

  private static Instant time(List<CallNotification> translated, CallEvent event) {
    return translated.stream()
        .filter(each -> each.event() == event)
        .findFirst()
        .orElseThrow()
        .time();
  }

  private static Notification read(String event, Map<String, String> others) {
    return ZADARMA.read(message(event, others), new Receipt(NINE, KYIV, "UA"));
  }

  private static RawNotification raw(long second, String event, Map<String, String> others) {
    Fields fields = message(event, others);
    Instant at = NINE.plusSeconds(second);
    Notification read = ZADARMA.read(fields, new Receipt(at, KYIV, "UA"));
    return new RawNotification(
        read.event(),
        "in_1",
        requireNonNull(read.occurredAt()),
        at,
        read.digest(),
        KYIV,
        "UA",
        fields);
  }

  private static Fields message(String event, Map<String, String> others) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("event", event);
    fields.put("call_start", "2026-11-20 09:00:00");
    fields.put("pbx_call_id", "1795158000.17");
    fields.put("caller_id", "380671234567");
    fields.put("called_did", "380441234500");
    fields.putAll(others);
    return fields(fields);
  }

  private static Fields fields(Map<String, String> texts) {
    Map<String, FieldValue> values = new LinkedHashMap<>();
    texts.forEach((name, text) -> values.put(name, new FieldValue.Text(text)));
    return new Fields(values);
  }
}
