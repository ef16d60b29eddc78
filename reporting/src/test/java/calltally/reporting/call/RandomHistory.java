package calltally.reporting.call;

import calltally.reporting.call.fold.CallNotification;
import calltally.reporting.call.fold.Event;
import calltally.reporting.call.fold.NotificationTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Calls as a careless exchange might report them: with losses, repetitions, contradictions, many
 * notifications at one instant, and now and then plain nonsense.
 */
public final class RandomHistory {

  private static final List<String> CUSTOMERS = List.of("C1", "C2", "C3");
  private static final List<String> RARE_CUSTOMERS = List.of("C4", "C5", "C6", "C7");
  private static final List<String> PHONES = List.of("A", "101", "B", "102", "X", "L");
  private static final List<String> LINES = List.of("SALES", "SUPPORT", "A", "L", "Y");
  private static final List<String> STATUSES =
      List.of("answer", "answer", "noanswer", "busy", "cancel", "unavailable", "other", "missed");
  private static final List<Event> EVENTS = List.of(Event.values());
  private static final List<String> LINKS =
      List.of("https://calls.example/1", "https://calls.example/2");

  private final Random random;
  private final TestPlace place;
  private final List<Sent> sent = new ArrayList<>();

  private RandomHistory(Random random, TestPlace place) {
    this.random = random;
    this.place = place;
  }

  /** A notification with its call. */
  public record Sent(String pbxId, CallNotification notification) {}

  /** A history in Warsaw in autumn. */
  public static List<Sent> of(Random random, int calls) {
    return of(random, calls, TestPlace.WARSAW_IN_AUTUMN);
  }

  /**
   * The notifications of some calls within ten days, and of a few a quarter of a year earlier, in
   * random order of arrival.
   */
  static List<Sent> of(Random random, int calls, TestPlace place) {
    RandomHistory history = new RandomHistory(random, place);
    for (int i = 0; i < calls; i++) {
      history.call("call-" + i);
    }
    Collections.shuffle(history.sent, random);
    return history.sent;
  }

  private void call(String pbxId) {
    Instant at = start();
    String customer = oneIn(12) ? null : oneIn(15) ? pick(PHONES) : customer();
    switch (random.nextInt(6)) {
      case 0 -> nonsense(pbxId, at);
      case 1, 2 -> outgoing(pbxId, at, customer);
      default -> incoming(pbxId, at, customer);
    }
  }

  private String customer() {
    return oneIn(5) ? pick(RARE_CUSTOMERS) : pick(CUSTOMERS);
  }

  /** Often a quarter of a day, so that calls start at one instant and windows end at another. */
  private Instant start() {
    if (oneIn(8)) {
      return place.start().minusSeconds(6 * 3600L * (random.nextInt(80) + 4 * 75));
    }
    return switch (random.nextInt(5)) {
      case 0, 1 -> place.start().plusSeconds(6 * 3600L * random.nextInt(40));
      case 2 -> place.change().plusSeconds(600L * (random.nextInt(19) - 9));
      default -> place.start().plusMillis(random.nextLong(10L * 24 * 3_600_000));
    };
  }

  /** Whole and half seconds, give or take a millisecond: both sides of every threshold. */
  private Instant after(Instant at, int halfSeconds) {
    int offset = oneIn(4) ? random.nextInt(3) - 1 : 0;
    return at.plusMillis(500L * random.nextInt(halfSeconds + 1) + offset);
  }

  private void outgoing(String pbxId, Instant at, @Nullable String customer) {
    String phone = oneIn(6) ? pick(LINES) : pick(PHONES);
    send(pbxId, Event.OUTGOING_CALL_START, at, phone, customer, null);
    if (random.nextBoolean()) {
      send(pbxId, Event.OUTGOING_CALL_ANSWER, after(at, 60), phone, customer, null);
    }
    send(pbxId, Event.OUTGOING_CALL_END, after(at, 80), phone, customer, endStatus());
    addenda(pbxId, at, phone, customer);
  }

  private void incoming(String pbxId, Instant start, @Nullable String customer) {
    String line = pick(LINES);
    Instant at = start;
    send(pbxId, Event.INCOMING_CALL_START, at, customer, line, null);
    int rings = random.nextInt(5);
    for (int i = 0; i < rings; i++) {
      at = ring(pbxId, at, customer, line);
    }
    if (oneIn(4)) {
      send(pbxId, Event.INCOMING_CALL_ANSWER, after(start, 60), customer, receiver(line), null);
    }
    Instant end = oneIn(5) ? at : after(at, 120);
    send(pbxId, Event.INCOMING_CALL_END, end, customer, line, endStatus());
    if (oneIn(8)) {
      send(pbxId, Event.INCOMING_CALL_END, after(at, 120), customer, line, endStatus());
    }
    addenda(pbxId, end, customer, line);
  }

  /** One ring; the next one starts with it, during it or after it. */
  private Instant ring(String pbxId, Instant at, @Nullable String customer, String line) {
    String phone = oneIn(15) ? null : oneIn(15) ? line : pick(PHONES);
    Instant end = after(at, 16);
    send(pbxId, Event.INCOMING_CALL_START_CHAIN_MEMBER_CALL, at, customer, phone, null);
    if (oneIn(4)) {
      String receiver = oneIn(3) ? line : phone;
      send(pbxId, Event.INCOMING_CALL_ANSWER, after(at, 16), customer, receiver, null);
    }
    String ended = "A".equals(phone) && random.nextBoolean() ? "101" : phone;
    String status = oneIn(15) ? null : pick(STATUSES);
    send(pbxId, Event.INCOMING_CALL_END_CHAIN_MEMBER_CALL, end, customer, ended, status);
    return oneIn(3) ? at : oneIn(3) ? after(at, 16) : end;
  }

  private @Nullable String receiver(String line) {
    return oneIn(6) ? null : oneIn(3) ? line : pick(PHONES);
  }

  private @Nullable String endStatus() {
    return oneIn(9) ? null : pick(STATUSES);
  }

  private void addenda(
      String pbxId, Instant end, @Nullable String caller, @Nullable String receiver) {
    if (oneIn(6)) {
      send(pbxId, Event.VOICEMAIL, after(end, 120), caller, receiver, null);
    }
    for (int i = random.nextInt(6); i > 3; i--) {
      send(pbxId, Event.TAGS, after(end, 20), caller, receiver, null);
    }
  }

  /** Any notifications in any order, including those of the other direction. */
  private void nonsense(String pbxId, Instant at) {
    for (int i = random.nextInt(10); i >= 0; i--) {
      Event event = EVENTS.get(random.nextInt(EVENTS.size()));
      String caller = oneIn(4) ? pick(PHONES) : oneIn(5) ? null : pick(CUSTOMERS);
      boolean mayEnd = event.name().contains("END");
      String status = mayEnd && !oneIn(5) ? pick(STATUSES) : null;
      send(pbxId, event, after(at, 10), caller, receiver(pick(LINES)), status);
    }
  }

  private void send(
      String pbxId,
      Event event,
      Instant at,
      @Nullable String caller,
      @Nullable String receiver,
      @Nullable String status) {
    if (oneIn(12)) {
      return; // lost
    }
    boolean ends = event == Event.INCOMING_CALL_END || event == Event.OUTGOING_CALL_END;
    boolean links = (ends || event == Event.VOICEMAIL) && random.nextBoolean();
    CallNotification notification =
        new CallNotification(
            event,
            at,
            caller,
            receiver,
            status,
            ends && !oneIn(6) ? BigDecimal.valueOf(random.nextInt(180), 1) : null,
            links ? pick(LINKS) : null,
            event == Event.TAGS ? NotificationTable.tags(tags()) : null,
            "");
    sent.add(new Sent(pbxId, notification));
    if (oneIn(12)) {
      sent.add(new Sent(pbxId, notification));
    }
  }

  private List<String> tags() {
    return List.of("vip", "order 12", "late").subList(random.nextInt(3), 3);
  }

  private boolean oneIn(int tries) {
    return random.nextInt(tries) == 0;
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
