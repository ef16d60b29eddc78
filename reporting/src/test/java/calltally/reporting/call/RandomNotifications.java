package calltally.reporting.call;

import calltally.reporting.call.RandomHistory.Sent;
import calltally.reporting.call.fold.CallNotification;
import calltally.reporting.call.fold.Event;
import calltally.reporting.call.fold.NotificationTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What an exchange sends about one call after another: now and then lost, or sent twice. */
final class RandomNotifications {

  private static final List<String> LINKS =
      List.of("https://calls.example/1", "https://calls.example/2");

  private final Random random;
  private final RandomMoments moments;
  private final int losses;
  private final List<Sent> sent = new ArrayList<>();
  private String pbxId = "";
  private @Nullable String customer;

  /** Sends all but about one in {@code losses}. */
  RandomNotifications(Random random, RandomMoments moments, int losses) {
    this.random = random;
    this.moments = moments;
    this.losses = losses;
  }

  List<Sent> sent() {
    return sent;
  }

  /** Everything sent from now on belongs to this call. */
  void begin(String nextPbxId, @Nullable String nextCustomer) {
    pbxId = nextPbxId;
    customer = nextCustomer;
  }

  /** Sends a notification of the call's customer. */
  void incoming(Event event, Instant at, @Nullable String receiver, @Nullable String status) {
    send(event, at, customer, receiver, status);
  }

  /** Sends a notification of a call placed to the customer. */
  void outgoing(Event event, Instant at, @Nullable String caller, @Nullable String status) {
    send(event, at, caller, customer, status);
  }

  void send(
      Event event,
      Instant at,
      @Nullable String caller,
      @Nullable String receiver,
      @Nullable String status) {
    moments.remember(caller, at);
    moments.remember(receiver, at);
    if (moments.oneIn(losses)) {
      return;
    }
    boolean ends = event == Event.INCOMING_CALL_END || event == Event.OUTGOING_CALL_END;
    boolean links = (ends || event == Event.VOICEMAIL) && random.nextBoolean();
    Sent next =
        new Sent(
            pbxId,
            new CallNotification(
                event,
                at,
                caller,
                receiver,
                status,
                ends && !moments.oneIn(6) ? duration() : null,
                links ? moments.pick(LINKS) : null,
                event == Event.TAGS ? NotificationTable.tags(tags()) : null,
                ""));
    sent.add(next);
    if (moments.oneIn(12)) {
      sent.add(next);
    }
  }

  /** Often around the five seconds of a contact. */
  private BigDecimal duration() {
    return moments.oneIn(3)
        ? BigDecimal.valueOf(49 + random.nextInt(3), 1)
        : BigDecimal.valueOf(random.nextInt(180), 1);
  }

  private List<String> tags() {
    return List.of("vip", "order 12", "late").subList(random.nextInt(3), 3);
  }
}
