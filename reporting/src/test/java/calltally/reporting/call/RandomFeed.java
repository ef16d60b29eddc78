package calltally.reporting.call;

import calltally.reporting.call.RandomHistory.Sent;
import calltally.reporting.call.fold.CallNotification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A history on its way to the receiver: late, repeated, with remarks, among events that concern no
 * call and requests that were rejected.
 *
 * @param deliveries in the order of their arrival
 * @param rejections when a request was rejected
 */
record RandomFeed(List<ReceivedNotification> deliveries, List<Instant> rejections) {

  private static final List<String> EVENTS_OF_NO_CALL =
      List.of("rating", "speech", "summary", "sms", "test", "hangup", "queue_enter", "queue_enter");

  private static final List<String> UNTIMED_EVENTS =
      List.of("voicemail", "tags", "test", "sms", "queue_enter");

  static RandomFeed of(List<Sent> history, TestPlace place, Random random) {
    List<ReceivedNotification> deliveries = new ArrayList<>();
    for (Sent sent : history) {
      deliveries.add(onItsWay(sent, random));
    }
    for (int i = random.nextInt(12); i > 0; i--) {
      deliveries.add(ofNoCall(history, place, random));
    }
    Collections.shuffle(deliveries, random);
    for (int i = random.nextInt(20); i > 0; i--) {
      repeatOne(deliveries, random);
    }
    List<Instant> rejections = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      rejections.add(moment(place, random));
    }
    return new RandomFeed(deliveries, rejections);
  }

  private static ReceivedNotification onItsWay(Sent sent, Random random) {
    ReceivedNotification received =
        ReceivedNotification.of(sent).receivedAt(arrival(sent.notification().time(), random));
    return received
        .over(random.nextInt(6) == 0 ? "import" : "http")
        .with(remarks(sent.notification(), received.receivedAt(), random));
  }

  /** Mostly no delay; also both sides of five minutes, longer ones, and negative ones. */
  private static Instant arrival(Instant time, Random random) {
    Duration delay =
        switch (random.nextInt(8)) {
          case 0 -> Duration.ofMinutes(5).plusMillis(random.nextInt(3) - 1);
          case 1 -> Duration.ofMinutes(random.nextInt(3_000));
          case 2 -> Duration.ofMinutes(-random.nextInt(30));
          default -> Duration.ofMillis(random.nextInt(1_000));
        };
    return time.plus(delay);
  }

  private static List<String> remarks(
      CallNotification notification, Instant received, Random random) {
    List<String> remarks = new ArrayList<>();
    if (Duration.between(received, notification.time()).compareTo(Duration.ofMinutes(5)) > 0) {
      remarks.add("clock_ahead");
    }
    if (random.nextInt(9) == 0) {
      remarks.add("time_without_offset");
    }
    if ("other".equals(notification.status()) && random.nextBoolean()) {
      remarks.add("unknown_status");
    }
    if (notification.duration() == null && random.nextInt(9) == 0) {
      remarks.add("unreadable_duration");
    }
    if (notification.caller() == null && random.nextInt(9) == 0) {
      remarks.add("rounded_number");
    }
    if (notification.audioPath() == null && random.nextInt(9) == 0) {
      remarks.add("recording_refused");
    }
    return remarks;
  }

  private static ReceivedNotification ofNoCall(List<Sent> history, TestPlace place, Random random) {
    String pbxId = random.nextBoolean() ? null : pick(history, random).pbxId();
    Instant at = moment(place, random);
    return random.nextInt(3) == 0
        ? ReceivedNotification.of(pick(UNTIMED_EVENTS, random), pbxId, null, at)
        : timed(pick(EVENTS_OF_NO_CALL, random), pbxId, at, random);
  }

  private static ReceivedNotification timed(
      String event, @Nullable String pbxId, Instant time, Random random) {
    return ReceivedNotification.of(event, pbxId, time, arrival(time, random));
  }

  /** Also after the calls, on days when nothing else happens. */
  private static Instant moment(TestPlace place, Random random) {
    return place.start().plusMillis(random.nextLong(16L * 24 * 3_600_000));
  }

  /** Repeats a delivery, later than before. */
  private static void repeatOne(List<ReceivedNotification> deliveries, Random random) {
    int first = random.nextInt(deliveries.size());
    ReceivedNotification received = deliveries.get(first);
    Instant again = received.receivedAt().plusSeconds(random.nextInt(200_000));
    deliveries.add(
        first + 1 + random.nextInt(deliveries.size() - first), received.receivedAt(again));
  }

  private static <T> T pick(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
