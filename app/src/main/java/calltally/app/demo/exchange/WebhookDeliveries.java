package calltally.app.demo.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Sends notifications: mostly at once and in order, some late, some twice, none lost. */
final class WebhookDeliveries {

  private static final double REPEATED = 0.02;
  private static final double OVERTAKEN = 0.04;
  private static final double LATE = 0.004;

  private final RandomSource random;
  private final List<Sending> sendings = new ArrayList<>();
  private final List<ExchangeNotification> repeated = new ArrayList<>();

  WebhookDeliveries(RandomSource random) {
    this.random = random;
  }

  void send(ExchangeNotification notification) {
    WebhookEncoding encoding = encoding(notification);
    Instant sentAt = notification.occurredAt().plus(delay());
    sendings.add(new Sending(notification, sentAt, encoding));
    if (notification.isTimed() && random.chance(REPEATED)) {
      Instant again = sentAt.plus(random.exponential(Duration.ofMinutes(2)));
      sendings.add(new Sending(notification, again, another(encoding, notification)));
      repeated.add(notification);
    }
  }

  /** Notifications that were sent twice. */
  List<ExchangeNotification> repeated() {
    return repeated;
  }

  /** In the order of sending. */
  List<WebhookDelivery> deliveries() {
    List<Sending> ordered =
        sendings.stream().sorted(Comparator.comparing(Sending::sentAt)).toList();
    return IntStream.range(0, ordered.size()).mapToObj(i -> ordered.get(i).delivery(i)).toList();
  }

  private WebhookEncoding encoding(ExchangeNotification notification) {
    if (notification.needsJson()) {
      return WebhookEncoding.JSON;
    }
    double share = random.share();
    if (share < 0.2) {
      return WebhookEncoding.GET;
    }
    if (share < 0.35) {
      return WebhookEncoding.GET_WITH_RAW_PLUS;
    }
    return share < 0.6 ? WebhookEncoding.FORM : WebhookEncoding.JSON;
  }

  /** A form and an object with the same fields are the same; an eaten plus sign is not. */
  private WebhookEncoding another(WebhookEncoding first, ExchangeNotification notification) {
    return switch (first) {
      case GET, GET_WITH_RAW_PLUS -> first;
      case FORM -> random.chance(0.5) ? WebhookEncoding.JSON : WebhookEncoding.FORM;
      case JSON ->
          random.chance(0.5) && !notification.needsJson()
              ? WebhookEncoding.FORM
              : WebhookEncoding.JSON;
    };
  }

  private Duration delay() {
    Duration usual = random.seconds(0.02, 0.12);
    if (random.chance(LATE)) {
      return usual.plus(random.between(Duration.ofMinutes(6), Duration.ofMinutes(90)));
    }
    return random.chance(OVERTAKEN) ? usual.plus(random.seconds(0.5, 20)) : usual;
  }

  private record Sending(
      ExchangeNotification notification, Instant sentAt, WebhookEncoding encoding) {

    WebhookDelivery delivery(int position) {
      return new WebhookDelivery(
          position, notification.occurredAt(), sentAt, encoding, notification.fields());
    }
  }
}
