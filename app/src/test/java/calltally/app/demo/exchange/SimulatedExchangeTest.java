package calltally.app.demo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SimulatedExchangeTest {

  private static final List<WebhookDelivery> DELIVERIES =
      SimulatedWeek.of(DemoCompany.inEnglish(), LocalDate.of(2026, 11, 16), 7)
          .deliveries()
          .subList(0, 1500);

  @Test
  void a_receiver_gets_the_fields_of_every_delivery_whatever_the_encoding() throws Exception {
    try (TestReceiver receiver = TestReceiver.answering(fields -> 200)) {
      PostingTotals totals =
          new SimulatedExchange(receiver.address()).post(DELIVERIES.stream(), PostingListener.NONE);
      assertThat(totals.accepted()).isEqualTo(DELIVERIES.size());
      assertThat(receiver.received())
          .containsExactlyInAnyOrderElementsOf(
              DELIVERIES.stream().map(SimulatedExchangeTest::asReceived).toList());
    }
  }

  @Test
  void one_notification_is_the_same_in_every_encoding_but_for_the_eaten_plus() throws Exception {
    WebhookDelivery call =
        DELIVERIES.stream()
            .filter(each -> String.valueOf(each.fields().get("caller")).startsWith("+"))
            .findFirst()
            .orElseThrow();
    try (TestReceiver receiver = TestReceiver.answering(fields -> 200)) {
      SimulatedExchange exchange = new SimulatedExchange(receiver.address());
      for (WebhookEncoding encoding : WebhookEncoding.values()) {
        exchange.post(Stream.of(in(encoding, call.fields())), PostingListener.NONE);
      }
      Map<String, String> sent = SentFields.asText(call);
      assertThat(receiver.received().get(0)).isEqualTo(sent);
      assertThat(receiver.received().get(1))
          .containsEntry("caller", " " + sent.getOrDefault("caller", "").substring(1))
          .containsEntry("time", sent.get("time"));
      assertThat(receiver.received().get(2)).isEqualTo(sent);
      assertThat(receiver.received().get(3)).isEqualTo(sent);
    }
  }

  @Test
  void answers_are_counted_by_status() throws Exception {
    try (TestReceiver receiver =
        TestReceiver.answering(fields -> "test".equals(fields.get("event")) ? 422 : 200)) {
      List<WebhookDelivery> some = DELIVERIES.subList(0, 100);
      PostingTotals totals =
          new SimulatedExchange(receiver.address()).post(some.stream(), PostingListener.NONE);
      assertThat(totals.byStatus()).containsExactly(Map.entry(200, 99L), Map.entry(422, 1L));
      assertThat(totals.accepted()).isEqualTo(99);
      assertThat(totals.sent()).isEqualTo(100);
    }
  }

  @Test
  void deliveries_that_nobody_answers_are_failed_and_not_tried_again() throws Exception {
    PostingTotals totals =
        new SimulatedExchange(addressOfNobody())
            .post(DELIVERIES.stream().limit(40), PostingListener.NONE);
    assertThat(totals.failed()).isEqualTo(40);
    assertThat(totals.byStatus()).isEmpty();
  }

  @Test
  void the_listener_hears_of_every_delivery() throws Exception {
    List<Long> heard = new ArrayList<>();
    try (TestReceiver receiver = TestReceiver.answering(fields -> 200)) {
      new SimulatedExchange(receiver.address()).post(DELIVERIES.stream().limit(50), heard::add);
    }
    assertThat(heard).containsExactlyElementsOf(LongStream.rangeClosed(1, 50).boxed().toList());
  }

  @Test
  void a_list_is_refused_outside_json() {
    WebhookDelivery delivery = in(WebhookEncoding.FORM, Map.of("tags", List.of("new order")));
    SimulatedExchange exchange = new SimulatedExchange(URI.create("http://127.0.0.1/notify/x"));
    assertThatThrownBy(() -> exchange.post(Stream.of(delivery), PostingListener.NONE))
        .hasMessage("cannot send the delivery: only JSON can carry a list (was field tags)");
  }

  private static WebhookDelivery in(WebhookEncoding encoding, Map<String, ?> fields) {
    return new WebhookDelivery(
        0, Instant.EPOCH, Instant.EPOCH, encoding, new LinkedHashMap<>(fields));
  }

  private static Map<String, String> asReceived(WebhookDelivery delivery) {
    Map<String, String> fields = SentFields.asText(delivery);
    if (delivery.encoding() == WebhookEncoding.GET_WITH_RAW_PLUS) {
      fields.replaceAll((name, value) -> value.replace('+', ' '));
    }
    return fields;
  }

  /** A port that was free a moment ago. */
  private static URI addressOfNobody() throws IOException {
    try (TestReceiver receiver = TestReceiver.answering(fields -> 200)) {
      return receiver.address();
    }
  }
}
