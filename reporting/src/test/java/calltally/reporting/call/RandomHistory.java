package calltally.reporting.call;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Calls as a careless exchange might report them: with losses, repetitions and contradictions. */
final class RandomHistory {

  private static final List<String> CUSTOMERS = List.of("C1", "C2", "C3");
  private static final List<String> PHONES = List.of("A", "101", "B", "X");
  private static final List<String> LINES = List.of("SALES", "SUPPORT", "A");
  private static final List<String> STATUSES =
      List.of("answer", "noanswer", "busy", "cancel", "unavailable", "other", "missed");

  private final Random random;
  private final List<Sent> sent = new ArrayList<>();

  private RandomHistory(Random random) {
    this.random = random;
  }

  /** A notification with its call. */
  record Sent(String pbxId, Notification notification) {}

  /** The notifications of some calls within ten days, in an order of arrival of their own. */
  static List<Sent> of(Random random, int calls) {
    RandomHistory history = new RandomHistory(random);
    for (int i = 0; i < calls; i++) {
      history.call("call-" + i);
    }
    Collections.shuffle(history.sent, random);
    return history.sent;
  }

  private void call(String pbxId) {
    Instant at =
        Instant.parse("2026-10-20T00:00:00Z").plusMillis(random.nextLong(10L * 24 * 3_600_000));
    String customer = random.nextInt(12) == 0 ? null : pick(CUSTOMERS);
    if (random.nextInt(3) == 0) {
      outgoing(pbxId, at, customer);
    } else {
      incoming(pbxId, at, customer);
    }
  }

  private void outgoing(String pbxId, Instant at, @Nullable String customer) {
    String phone = random.nextInt(8) == 0 ? "SALES" : pick(PHONES);
    send(pbxId, Event.OUTGOING_CALL_START, at, phone, customer, null);
    if (random.nextBoolean()) {
      send(
          pbxId,
          Event.OUTGOING_CALL_ANSWER,
          at.plusSeconds(random.nextInt(30)),
          phone,
          customer,
          null);
    }
    send(pbxId, Event.OUTGOING_CALL_END, at.plusSeconds(40), phone, customer, pick(STATUSES));
  }

  private void incoming(String pbxId, Instant start, @Nullable String customer) {
    String line = pick(LINES);
    Instant at = start;
    send(pbxId, Event.INCOMING_CALL_START, at, customer, line, null);
    int rings = random.nextInt(4);
    for (int i = 0; i < rings; i++) {
      String phone = pick(PHONES);
      send(pbxId, Event.INCOMING_CALL_START_CHAIN_MEMBER_CALL, at, customer, phone, null);
      at = at.plusMillis(random.nextInt(8_000));
      if (random.nextInt(4) == 0) {
        send(
            pbxId,
            Event.INCOMING_CALL_ANSWER,
            at,
            customer,
            random.nextInt(5) == 0 ? line : phone,
            null);
      }
      send(pbxId, Event.INCOMING_CALL_END_CHAIN_MEMBER_CALL, at, customer, phone, pick(STATUSES));
    }
    Instant end = at.plusMillis(random.nextInt(60_000));
    send(
        pbxId,
        Event.INCOMING_CALL_END,
        end,
        customer,
        line,
        random.nextInt(9) == 0 ? null : pick(STATUSES));
    if (random.nextInt(6) == 0) {
      send(pbxId, Event.VOICEMAIL, end.plus(Duration.ofMinutes(1)), customer, line, null);
    }
  }

  private void send(
      String pbxId,
      Event event,
      Instant at,
      @Nullable String caller,
      @Nullable String receiver,
      @Nullable String status) {
    if (random.nextInt(12) == 0) {
      return; // lost
    }
    BigDecimal duration =
        event.stage() == Stage.CALL_END ? BigDecimal.valueOf(random.nextInt(90)) : null;
    Sent one =
        new Sent(
            pbxId, new Notification(event, at, caller, receiver, status, duration, null, null));
    sent.add(one);
    if (random.nextInt(12) == 0) {
      sent.add(one);
    }
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
