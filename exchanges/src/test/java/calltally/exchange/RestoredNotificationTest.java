package calltally.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.field.CanonicalFields;
import calltally.exchange.field.Fields;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields that were kept and exported are read again, by the rules of the same exchange. */
final class RestoredNotificationTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00.250Z");
  private static final String MANGO_CALL =
      "{\"entry_id\":\"e1\",\"call_id\":\"c1\",\"timestamp\":1795154400,\"seq\":1,"
          + "\"call_state\":\"Appeared\",\"from\":{\"number\":\"375290000101\"},\"more\":%s}";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          asterisk, event=incoming_call_start&pbx_id=1&caller=80290000101&time=2026-11-20T06:00:00Z
          example, `{"type":"ring","uuid":"k","ts":1795154400.25,"dir":"in","from":"101","key":"k"}`
          itoolabs, cmd=event&type=INCOMING&phone=375290000101&user=anna&callid=c1&crm_token=t
          itoolabs, cmd=history&type=in&callid=c1&start=2026-11-20+09:00:00&duration=7&crm_token=t
          sipsim, event=outgoing_call_end&pbx_id=1&time=2026-11-20T09:00:00&status=busy&duration=1.5
          uis, `{"event":"incoming_call_start","time":"2026-11-20 09:00:00","pbx_id":501}`
          zadarma, event=NOTIFY_START&pbx_call_id=in_1&caller_id=1&call_start=2026-11-20+09:00:00
          zadarma, event=NOTIFY_IVR&caller_id=375290000101&wait_dtmf[digits]=1
          """)
  void kept_fields_are_the_same_notification(String exchange, String body) {
    assertRestored(exchange, body);
  }

  @Test
  void what_an_exchange_nests_as_deeply_as_it_may_is_read_again() {
    String deepest = "[".repeat(19) + "]".repeat(19);

    assertRestored("mango", "json=" + URLEncoder.encode(MANGO_CALL.formatted("1"), UTF_8));
    assertRestored("mango", "json=" + URLEncoder.encode(MANGO_CALL.formatted(deepest), UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{\"event\":\"incoming_call_start\"}`, pbx_id, a call must have a pbx_id",
        "`{\"caller\":\"101\"}`, event, a notification must have an event",
        "`{\"event\":\"test\"`,, JSON must be well formed",
        "`[]`,, JSON must be one object",
        "event=test,, JSON must be well formed",
      })
  void what_was_changed_by_hand_breaks_the_same_rules(
      String kept, @Nullable String field, String rule) {
    NotificationReader reader = reader("asterisk");

    assertThat(reader.restore(NotifyRequest.line(bytes(kept)), NOW))
        .isEqualTo(new Rejection(field, rule));
  }

  private static void assertRestored(String exchange, String body) {
    NotificationReader reader = reader(exchange);
    NotifyRequest request =
        NotifyRequest.kept(
            RequestMethod.POST, null, "application/x-www-form-urlencoded", bytes(body));
    Notification received = (Notification) reader.read(request, NOW);
    Fields fields = received.fields();

    ParseResult restored =
        reader.restore(NotifyRequest.line(bytes(new CanonicalFields(fields).toString())), NOW);

    assertThat(restored)
        .isInstanceOf(Notification.class)
        .usingRecursiveComparison()
        .ignoringFields("fields")
        .isEqualTo(received);
  }

  private static NotificationReader reader(String exchange) {
    return new NotificationReader(Exchanges.require(exchange), ZoneId.of("Europe/Minsk"), "BY");
  }

  private static Bytes bytes(String text) {
    return Bytes.of(text.getBytes(UTF_8));
  }
}
