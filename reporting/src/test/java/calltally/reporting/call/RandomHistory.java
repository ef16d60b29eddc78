package calltally.reporting.call;

import calltally.reporting.call.fold.CallNotification;
import calltally.reporting.call.fold.Event;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Calls as a careless exchange might report them: with losses, repetitions, contradictions, many
 * notifications at one instant, and now and then plain nonsense.
 */
public final class RandomHistory {

  private static final List<String> CUSTOMERS = List.of("C1", "C2", "C3");
  private static final List<String> RARE_CUSTOMERS = List.of("C4", "C5", "C6", "C7");
  private static final List<String> PHONES = List.of("A", "101", "B", "102", "X", "L");
  private static final List<String> FEW_PHONES = List.of("A", "101", "102");
  private static final List<String> LINES = List.of("SALES", "SUPPORT", "A", "L", "Y");
  private static final List<String> STATUSES =
      List.of("answer", "answer", "noanswer", "busy", "cancel", "unavailable", "other", "missed");
  private static final List<Event> EVENTS =
      Stream.of(Event.values())
          .filter(event -> event != Event.RINGS_UNKNOWN && event != Event.WAIT_UNKNOWN)
          .toList();

  private final Random random;
  private final RandomMoments moments;
  private final RandomNotifications exchange;
  private final List<String> phones;
  private final boolean tellsHowRingsEnd;

  private RandomHistory(Random random, TestPlace place) {
    this.random = random;
    this.moments = new RandomMoments(random, place);
    this.exchange = new RandomNotifications(random, moments, moments.oneIn(2) ? 60 : 12);
    this.phones = moments.oneIn(3) ? FEW_PHONES : PHONES;
    this.tellsHowRingsEnd = !moments.oneIn(6);
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
    List<Sent> sent = history.exchange.sent();
    Collections.shuffle(sent, random);
    return sent;
  }

  private void call(String pbxId) {
    String customer =
        moments.oneIn(12) ? null : moments.oneIn(12) ? moments.pick(PHONES) : customer();
    exchange.begin(pbxId, customer);
    Instant at = moments.oneIn(3) ? moments.near(customer, 6) : moments.start();
    RandomIncomingCall incoming =
        new RandomIncomingCall(random, moments, exchange, phones, tellsHowRingsEnd);
    switch (random.nextInt(13)) {
      case 0 -> nonsense(at);
      case 1, 2, 3 -> outgoing(at);
      case 4 -> addenda(incoming.unfinished(at));
      case 5, 6, 7 -> addenda(incoming.unanswered(at));
      case 8, 9 -> addenda(incoming.handedOn(at));
      case 10 -> addenda(incoming.busy());
      default -> addenda(incoming.confused(at));
    }
    if (moments.oneIn(25)) {
      outgoing(at.plusSeconds(11 * 3600L + random.nextInt(4 * 3600)));
    }
  }

  private String customer() {
    return moments.pick(moments.oneIn(5) ? RARE_CUSTOMERS : CUSTOMERS);
  }

  private void outgoing(Instant at) {
    String phone = moments.pick(moments.oneIn(6) ? LINES : phones);
    exchange.outgoing(Event.OUTGOING_CALL_START, at, phone, null);
    Instant answer = moments.after(at, 60);
    boolean answered = random.nextBoolean();
    if (answered) {
      exchange.outgoing(Event.OUTGOING_CALL_ANSWER, answer, phone, null);
    }
    Instant end = moments.oneIn(8) ? moments.after(at, 80) : moments.afterTalk(answer);
    String status = moments.oneIn(9) ? null : moments.pick(STATUSES);
    if (!moments.oneIn(12)) {
      boolean agreed = moments.oneIn(3);
      exchange.outgoing(
          Event.OUTGOING_CALL_END, end, phone, agreed && answered ? "answer" : status);
    }
    addenda(end);
  }

  private void addenda(Instant end) {
    if (moments.oneIn(6)) {
      exchange.send(Event.VOICEMAIL, moments.after(end, 120), "C9", "C9", null);
    }
    for (int i = random.nextInt(6); i > 3; i--) {
      exchange.send(Event.TAGS, moments.after(end, 20), "C9", "C9", null);
    }
  }

  /** Any notifications in any order, including those of the other direction. */
  private void nonsense(Instant at) {
    for (int i = random.nextInt(10); i >= 0; i--) {
      Event event = moments.pick(EVENTS);
      String caller =
          moments.oneIn(4) ? moments.pick(PHONES) : moments.oneIn(5) ? null : customer();
      String receiver = moments.oneIn(6) ? null : moments.pick(moments.oneIn(3) ? LINES : PHONES);
      boolean mayEnd = event.name().contains("END");
      String status = mayEnd && !moments.oneIn(5) ? moments.pick(STATUSES) : null;
      exchange.send(event, moments.after(at, 10), caller, receiver, status);
    }
  }
}
