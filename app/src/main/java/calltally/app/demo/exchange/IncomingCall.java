package calltally.app.demo.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An incoming call in progress: its rings so far, and how long the caller will wait. */
final class IncomingCall {

  private final SimulationState state;
  private final CallNumbers numbers;
  private final @Nullable String customer;
  private final Instant startedAt;
  private final Instant givesUpAt;
  private final Consumer<SimulatedCall> onEnd;
  private final List<SimulatedRing> rings = new ArrayList<>();

  IncomingCall(
      SimulationState state,
      @Nullable String customer,
      String dialled,
      Instant startedAt,
      Consumer<SimulatedCall> onEnd) {
    String caller = customer == null ? state.spelling().withheld() : customer;
    this.state = state;
    this.numbers = new CallNumbers(state.nextPbxId(startedAt), caller, dialled);
    this.customer = customer;
    this.startedAt = startedAt;
    this.givesUpAt = startedAt.plus(patience(state.random()));
    this.onEnd = onEnd;
    state.feed().incomingStarts(numbers, startedAt);
  }

  Instant givesUpAt() {
    return givesUpAt;
  }

  /** Whether the caller hangs up before something that would happen then. */
  boolean givesUpBefore(Instant at) {
    return !at.isBefore(givesUpAt);
  }

  /** Continues with the next step, unless the caller hangs up between rings. */
  void goOn(Instant now, Instant next, Consumer<Instant> step) {
    if (givesUpBefore(next)) {
      endMissed(givesUpAt.isBefore(now) ? now : givesUpAt);
    } else {
      state.events().at(next, step);
    }
  }

  /** A phone rang and nobody picked up. */
  void rang(Phone phone, Instant from, Instant to, RingOutcome outcome) {
    rings.add(new SimulatedRing(phone.owner().name(), outcome));
    if (outcome != RingOutcome.BUSY || state.spelling().tellsBusyStart()) {
      state.feed().rings(numbers, phone.owner(), from);
    }
    state.feed().ringEnds(numbers, phone.owner(), to, outcome);
    if (outcome != RingOutcome.BUSY && outcome != RingOutcome.UNAVAILABLE) {
      phone.occupyUntil(to);
    }
  }

  /** A phone rang and was picked up; the call goes on until somebody hangs up. */
  void answered(Phone phone, Instant rangAt, Instant answeredAt) {
    Instant endedAt = answeredAt.plus(talk(phone));
    boolean atPickUp = state.spelling().endsRingAtPickUp();
    Instant ringEndsAt = atPickUp ? answeredAt.plus(state.random().seconds(0, 0.15)) : endedAt;
    state.feed().rings(numbers, phone.owner(), rangAt);
    state.feed().ringEnds(numbers, phone.owner(), ringEndsAt, RingOutcome.ANSWERED);
    talked(phone, answeredAt, endedAt);
  }

  /** A manager answers a direct call, which no chain rings. */
  void answeredDirectly(Phone phone, Instant answeredAt) {
    talked(phone, answeredAt, answeredAt.plus(talk(phone)));
  }

  void endMissed(Instant at) {
    end(at, state.spelling().missedStatus());
  }

  /** A direct call to a manager was not answered; no chain reports the ring. */
  void endMissedDirectly(Phone phone, Instant at, RingOutcome outcome) {
    rings.add(new SimulatedRing(phone.owner().name(), outcome));
    boolean busy = outcome == RingOutcome.BUSY;
    end(at, busy ? state.spelling().status("BUSY") : state.spelling().missedStatus());
  }

  /** The caller leaves a message after the end of the call. */
  void leaveMessage(Instant endedAt) {
    Duration length = state.random().seconds(4, 40);
    Instant stored = endedAt.plus(length).plus(state.random().seconds(1, 6));
    state.feed().voicemail(numbers, stored, length);
  }

  private void talked(Phone phone, Instant answeredAt, Instant endedAt) {
    String manager = phone.owner().name();
    rings.add(new SimulatedRing(manager, RingOutcome.ANSWERED));
    phone.occupyUntil(endedAt);
    state.feed().managerAnswers(numbers, phone.owner(), answeredAt);
    finish(ended(manager, answeredAt, endedAt), state.spelling().status("ANSWER"));
  }

  private void end(Instant at, String status) {
    finish(ended(null, null, at), status);
  }

  private void finish(SimulatedCall call, String status) {
    state.feed().incomingEnds(numbers, call, status);
    state.ended(call);
    onEnd.accept(call);
  }

  private SimulatedCall ended(
      @Nullable String manager, @Nullable Instant answeredAt, Instant endedAt) {
    return new SimulatedCall(
        numbers.pbxId(),
        CallDirection.INCOMING,
        customer,
        numbers.receiver(),
        manager,
        startedAt,
        answeredAt,
        endedAt,
        rings);
  }

  private Duration talk(Phone phone) {
    return state.random().around(phone.owner().habits().talk()).plusSeconds(5);
  }

  private static Duration patience(RandomSource random) {
    if (random.chance(0.02)) {
      return random.seconds(0.6, 4.9);
    }
    return random.around(Duration.ofSeconds(30)).plusSeconds(6);
  }
}
