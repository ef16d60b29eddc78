package calltally.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.exchange.field.FieldValue;
import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NotificationTest {

  private static final PbxProtocol EXCHANGE = Exchanges.require("example");
  private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
  private static final Receipt RECEIPT =
      new Receipt(Instant.parse("2026-11-20T06:00:00.123456789Z"), MINSK, "BY");

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T05:59:59.123456789Z, 2026-11-20T05:59:59.123456Z,",
    "2026-11-20T06:05:00.123456789Z, 2026-11-20T06:05:00.123456Z,",
    "2026-11-20T06:05:00.123456790Z, 2026-11-20T06:05:00.123456Z, CLOCK_AHEAD",
    ", 2026-11-20T06:00:00.123456Z, TIME_OF_RECEIPT",
  })
  void a_call_has_the_time_of_the_exchange_or_of_receipt_in_whole_microseconds(
      @Nullable Instant sent, Instant kept, @Nullable Remark remark) {
    Notification read = ofCall("c1", sent, Fields.NONE);

    assertThat(read.occurredAt()).isEqualTo(kept);
    assertThat(read.remarks()).isEqualTo(remark == null ? Set.of() : Set.of(remark));
  }

  @Test
  void the_fields_of_a_notification_are_bounded_together() {
    Fields longest = text("a", "x".repeat(16_384 - "{\"a\":\"\"}".length()));
    Fields longer = text("ab", longest.text("a").orElseThrow());

    assertThat(ofCall("c1", null, longest).fields()).isEqualTo(longest);
    assertThat(Notification.besideCalls(EXCHANGE, RECEIPT, "park", longest).fields())
        .isEqualTo(longest);
    assertThatThrownBy(() -> ofCall("c1", null, longer))
        .isInstanceOf(NotANotification.class)
        .hasMessage("the fields must not exceed 16384 characters");
    assertThatThrownBy(() -> Notification.besideCalls(EXCHANGE, RECEIPT, "park", longer))
        .isInstanceOf(NotANotification.class);
  }

  @Test
  void the_id_of_a_call_is_bounded() {
    assertThat(ofCall("1".repeat(200), null, Fields.NONE).pbxId()).hasSize(200);
    assertThatThrownBy(() -> ofCall("1".repeat(201), null, Fields.NONE))
        .isInstanceOf(NotANotification.class)
        .hasMessage("the id of a call must not exceed 200 characters");
  }

  @Test
  void what_is_added_later_changes_nothing_else() {
    Notification read = ofCall("c1", RECEIPT.receivedAt().plusSeconds(301), text("a", "1"));
    Notification more = read.between("+375290000101", "101").alsoNamed("c2").withoutOffset();

    assertThat(more)
        .usingRecursiveComparison()
        .ignoringFields("caller", "receiver", "alias", "remarks")
        .isEqualTo(read);
    assertThat(more.caller()).isEqualTo("+375290000101");
    assertThat(more.receiver()).isEqualTo("101");
    assertThat(more.alias()).isEqualTo("c2");
    assertThat(more.remarks()).containsExactly(Remark.TIME_WITHOUT_OFFSET, Remark.CLOCK_AHEAD);
  }

  @Test
  void its_remarks_cannot_be_changed() {
    Notification read = ofCall("c1", null, Fields.NONE);

    assertThatThrownBy(() -> read.remarks().add(Remark.CLOCK_AHEAD))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void an_exchange_makes_a_call_of_what_has_an_id() {
    Notification call = ofCall("c1", null, Fields.NONE);
    Notification park = Notification.besideCalls(EXCHANGE, RECEIPT, "park", Fields.NONE);
    Notification other =
        Notification.besideCalls(EXCHANGE, RECEIPT, Notification.UNKNOWN + "chat", Fields.NONE);

    assertThat(call.isOfCall()).isTrue();
    assertThat(call.isKnown()).isTrue();
    assertThat(park.isOfCall()).isFalse();
    assertThat(park.isKnown()).isTrue();
    assertThat(park.occurredAt()).isNull();
    assertThat(other.isOfCall()).isFalse();
    assertThat(other.isKnown()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "incoming_call_start, true, true",
    "incoming_call_start_chain_member_call, true, true",
    "incoming_call_end_chain_member_call, true, true",
    "incoming_call_answer, true, true",
    "incoming_call_end, true, true",
    "outgoing_call_start, true, true",
    "outgoing_call_answer, true, true",
    "outgoing_call_end, true, true",
    "voicemail, false, true",
    "tags, false, true",
    "rating, false, true",
    "speech, false, true",
    "summary, false, true",
    "sms, false, true",
    "test, false, true",
    "rings_unknown, false, true",
    "wait_unknown, false, true",
    "incoming_call, false, false",
    "unknown:test, false, false",
  })
  void the_definitions_name_what_makes_a_call_and_what_adds_to_it(
      String event, boolean isOfCall, boolean isKnown) {
    Notification read =
        read("{\"event\":\"" + event + "\",\"pbx_id\":\"1\",\"time\":\"2026-11-20T06:00:00Z\"}");

    assertThat(read.isOfCall()).isEqualTo(isOfCall);
    assertThat(read.isKnown()).isEqualTo(isKnown);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{\"event\":\"test\",\"status\":\" Perhaps \"}`, Perhaps",
        "`{\"event\":\"test\",\"status\":16}`, 16",
        "`{\"event\":\"test\",\"status\":[\"busy\"]}`, {}",
        "`{\"event\":\"test\",\"status\":null}`, {}",
      })
  void a_status_is_shown_as_it_was_sent(String json, String status) {
    assertThat(read(json).writtenStatus()).isEqualTo(status);
  }

  private static Notification ofCall(String callId, @Nullable Instant occurredAt, Fields fields) {
    return Notification.ofCall(EXCHANGE, RECEIPT, "ring", callId, occurredAt, fields);
  }

  private static Notification read(String json) {
    return (Notification)
        new NotificationReader(MINSK, "BY")
            .read(NotifyRequest.line(Bytes.of(json.getBytes(UTF_8))), RECEIPT.receivedAt());
  }

  private static Fields text(String name, String text) {
    return new Fields(Map.of(name, new FieldValue.Text(text)));
  }
}
