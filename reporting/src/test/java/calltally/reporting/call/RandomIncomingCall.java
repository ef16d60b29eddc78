package calltally.reporting.call;

import static calltally.reporting.call.fold.Event.INCOMING_CALL_ANSWER;
import static calltally.reporting.call.fold.Event.INCOMING_CALL_END;
import static calltally.reporting.call.fold.Event.INCOMING_CALL_END_CHAIN_MEMBER_CALL;
import static calltally.reporting.call.fold.Event.INCOMING_CALL_START;
import static calltally.reporting.call.fold.Event.INCOMING_CALL_START_CHAIN_MEMBER_CALL;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** An incoming call: rung in turn or at once, answered, handed on, or busy at the wrong moment. */
final class RandomIncomingCall {

  private static final List<String> LINES = List.of("SALES", "SUPPORT", "A", "L", "Y");
  private static final List<String> STATUSES =
      List.of("answer", "answer", "noanswer", "busy", "cancel", "unavailable", "other", "missed");
  private static final List<String> UNANSWERED = List.of("cancel", "cancel", "noanswer", "missed");

  private final Random random;
  private final RandomMoments moments;
  private final RandomNotifications exchange;
  private final List<String> phones;
  private final boolean tellsHowRingsEnd;
  private final String line;

  RandomIncomingCall(
      Random random,
      RandomMoments moments,
      RandomNotifications exchange,
      List<String> phones,
      boolean tellsHowRingsEnd) {
    this.random = random;
    this.moments = moments;
    this.exchange = exchange;
    this.phones = phones;
    this.tellsHowRingsEnd = tellsHowRingsEnd;
    this.line = moments.pick(LINES);
  }

  /** Rings that overlap or follow one another, and answers at random moments; returns the end. */
  Instant confused(Instant start) {
    Instant at = start;
    exchange.incoming(INCOMING_CALL_START, at, line, null);
    for (int i = random.nextInt(5); i > 0; i--) {
      at = ring(at);
    }
    if (moments.oneIn(4)) {
      exchange.incoming(INCOMING_CALL_ANSWER, moments.after(start, 60), receiver(), null);
    }
    return end(start, moments.oneIn(3) ? at : moments.after(at, 120), endStatus());
  }

  /** Rings one after the other, none of which is answered. */
  Instant unanswered(Instant start) {
    Instant at = start;
    exchange.incoming(INCOMING_CALL_START, at, line, null);
    for (int i = random.nextInt(3); i >= 0; i--) {
      String phone = moments.pick(phones);
      exchange.incoming(INCOMING_CALL_START_CHAIN_MEMBER_CALL, at, phone, null);
      at = moments.afterRing(at);
      String status = status(UNANSWERED);
      exchange.incoming(INCOMING_CALL_END_CHAIN_MEMBER_CALL, at, phone, status);
      at = moments.oneIn(3) ? moments.after(at, 4) : at;
    }
    return end(start, at, moments.pick(UNANSWERED));
  }

  /** Rung at once, answered, and handed on once or twice. */
  Instant handedOn(Instant start) {
    exchange.incoming(INCOMING_CALL_START, start, line, null);
    Instant at = moments.after(start, 10);
    for (int i = random.nextInt(3); i >= 0; i--) {
      String phone = moments.pick(phones);
      if (!moments.oneIn(4)) {
        exchange.incoming(INCOMING_CALL_START_CHAIN_MEMBER_CALL, at, phone, null);
        at = moments.after(at, 16);
      }
      String receiver = moments.oneIn(4) ? null : moments.oneIn(3) ? line : phone;
      exchange.incoming(INCOMING_CALL_ANSWER, at, receiver, null);
      if (moments.oneIn(3)) {
        elsewhere(at);
      }
      at = i == 0 ? moments.afterTalk(at) : moments.after(at, 120);
      if (random.nextBoolean()) {
        exchange.incoming(INCOMING_CALL_END_CHAIN_MEMBER_CALL, at, phone, status(STATUSES));
      }
    }
    return end(start, moments.oneIn(5) ? moments.after(start, 60) : at, "answer");
  }

  /** Another phone rings at the moment of an answer. */
  private void elsewhere(Instant answer) {
    String phone = moments.pick(phones);
    Instant start = moments.oneIn(2) ? moments.roughly(answer) : answer.minusSeconds(4);
    exchange.incoming(INCOMING_CALL_START_CHAIN_MEMBER_CALL, start, phone, null);
    Instant end = moments.oneIn(3) ? moments.afterRing(start) : moments.roughly(answer);
    exchange.incoming(INCOMING_CALL_END_CHAIN_MEMBER_CALL, end, phone, status(UNANSWERED));
  }

  /** Finds a phone busy around a moment of another call. */
  Instant busy() {
    String phone = moments.pick(phones);
    Instant at = moments.near(phone, 1);
    exchange.incoming(INCOMING_CALL_START, at.minusSeconds(random.nextInt(3)), line, null);
    boolean rings = random.nextBoolean();
    if (rings) {
      exchange.incoming(INCOMING_CALL_START_CHAIN_MEMBER_CALL, at, phone, null);
    }
    Instant end = rings ? moments.after(at, 2) : at;
    exchange.incoming(INCOMING_CALL_END_CHAIN_MEMBER_CALL, end, phone, "busy");
    return end(at, moments.after(end, 20), moments.oneIn(3) ? "busy" : "noanswer");
  }

  /** Nobody hears of its end, nor always of an answer. */
  Instant unfinished(Instant start) {
    exchange.incoming(INCOMING_CALL_START, start, line, null);
    Instant at = random.nextBoolean() ? ring(start) : start;
    if (moments.oneIn(3)) {
      at = moments.afterTalk(at);
      exchange.incoming(INCOMING_CALL_ANSWER, at, receiver(), null);
    }
    return at;
  }

  private Instant end(Instant start, Instant end, @Nullable String status) {
    exchange.incoming(INCOMING_CALL_END, end, line, moments.oneIn(12) ? endStatus() : status);
    if (moments.oneIn(12)) {
      exchange.incoming(INCOMING_CALL_END, moments.afterTalk(start), line, endStatus());
    }
    return end;
  }

  /** One ring; the next one starts with it, during it or after it. */
  private Instant ring(Instant at) {
    String phone = moments.oneIn(15) ? null : moments.oneIn(15) ? line : moments.pick(phones);
    Instant end = moments.afterRing(at);
    exchange.incoming(INCOMING_CALL_START_CHAIN_MEMBER_CALL, at, phone, null);
    if (moments.oneIn(4)) {
      String receiver = moments.oneIn(3) ? line : phone;
      exchange.incoming(INCOMING_CALL_ANSWER, moments.after(at, 16), receiver, null);
    }
    String ended = "A".equals(phone) && random.nextBoolean() ? "101" : phone;
    if (moments.oneIn(12)) {
      exchange.incoming(INCOMING_CALL_END_CHAIN_MEMBER_CALL, end, phone, null);
    }
    exchange.incoming(INCOMING_CALL_END_CHAIN_MEMBER_CALL, end, ended, status(STATUSES));
    return moments.oneIn(3) ? at : moments.oneIn(3) ? moments.after(at, 16) : end;
  }

  private @Nullable String receiver() {
    return moments.oneIn(6) ? null : moments.oneIn(3) ? line : moments.pick(phones);
  }

  private @Nullable String status(List<String> statuses) {
    return (!tellsHowRingsEnd && random.nextBoolean()) || moments.oneIn(15)
        ? null
        : moments.pick(statuses);
  }

  private @Nullable String endStatus() {
    return moments.oneIn(9) ? null : moments.pick(STATUSES);
  }
}
