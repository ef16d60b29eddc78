package calltally.ingest.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Sends notifications: mostly at once and in order, some late, some twice, none lost. */
final class Dispatch {

  private static final double REPEATED = 0.02;
  private static final double OVERTAKEN = 0.04;
  private static final double LATE = 0.004;

  private final Dice dice;
  private final List<Sending> sendings = new ArrayList<>();
  private final List<Notification> repeated = new ArrayList<>();

  Dispatch(Dice dice) {
    this.dice = dice;
  }

  void send(Notification notification) {
    Encoding encoding = encoding(notification);
    Instant sentAt = notification.occurredAt().plus(delay());
    sendings.add(new Sending(notification, sentAt, encoding));
    if (notification.isTimed() && dice.chance(REPEATED)) {
      Instant again = sentAt.plus(dice.exponential(Duration.ofMinutes(2)));
      sendings.add(new Sending(notification, again, another(encoding, notification)));
      repeated.add(notification);
    }
  }

  /** Notifications that were sent twice. */
  List<Notification> repeated() {
    return repeated;
  }

  /** In the order of sending. */
  List<Delivery> deliveries() {
    List<Sending> ordered =
        sendings.stream().sorted(Comparator.comparing(Sending::sentAt)).toList();
    return IntStream.range(0, ordered.size()).mapToObj(i -> ordered.get(i).delivery(i)).toList();
  }

  private Encoding encoding(Notification notification) {
    if (notification.needsJson()) {
      return Encoding.JSON;
    }
    double share = dice.share();
    if (share < 0.2) {
      return Encoding.GET;
    }
    if (share < 0.35) {
      return Encoding.GET_WITH_RAW_PLUS;
    }
    return share < 0.6 ? Encoding.FORM : Encoding.JSON;
  }

  /** A form and an object with the same fields are the same; an eaten plus sign is not. */
  private Encoding another(Encoding first, Notification notification) {
    return switch (first) {
      case GET, GET_WITH_RAW_PLUS -> first;
      case FORM -> dice.chance(0.5) ? Encoding.JSON : Encoding.FORM;
      case JSON -> dice.chance(0.5) && !notification.needsJson() ? Encoding.FORM : Encoding.JSON;
    };
  }

  private Duration delay() {
    Duration usual = dice.seconds(0.02, 0.12);
    if (dice.chance(LATE)) {
      return usual.plus(dice.between(Duration.ofMinutes(6), Duration.ofMinutes(90)));
    }
    return dice.chance(OVERTAKEN) ? usual.plus(dice.seconds(0.5, 20)) : usual;
  }

  private record Sending(Notification notification, Instant sentAt, Encoding encoding) {

    Delivery delivery(int position) {
      return new Delivery(
          position, notification.occurredAt(), sentAt, encoding, notification.fields());
    }
  }
}
