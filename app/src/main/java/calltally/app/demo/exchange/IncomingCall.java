package calltally.app.demo.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An incoming call in progress: its rings so far, and how long the caller will wait. */
final class IncomingCall {

  private static final double END_IS_LOST = 0.03;

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

  CallNumbers numbers() {
    return numbers;
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
  void rang(Phone phone, Instant from, Instant to, RingEnd end) {
    rings.add(new SimulatedRing(phone.owner().name(), from, to, end));
    if (end != RingEnd.ENGAGED || state.spelling().tellsEngagedStart()) {
      state.feed().rings(numbers, phone.owner(), from);
    }
    state.feed().ringEnds(numbers, phone.owner(), to, end);
    if (end.occupies()) {
      phone.occupyUntil(to);
    }
  }

  /** A phone rang and was picked up; the call goes on until somebody hangs up. */
  void answered(Phone phone, Instant rangAt, Instant answeredAt) {
    new IncomingTalk(state, this).begin(phone, rangAt, answeredAt);
  }

  /** A manager answers a direct call, which no chain rings. */
  void answeredDirectly(Phone phone, Instant answeredAt) {
    pickedUp(phone, startedAt, answeredAt);
    state.feed().managerAnswers(numbers, phone.owner(), answeredAt);
    Instant endedAt = answeredAt.plus(talk(phone));
    phone.occupyUntil(endedAt);
    endAnswered(endedAt);
  }

  void pickedUp(Phone phone, Instant rangAt, Instant at) {
    rings.add(new SimulatedRing(phone.owner().name(), rangAt, at, RingEnd.PICKED_UP));
  }

  void endAnswered(Instant at) {
    SimulatedRing first =
        rings.stream().filter(SimulatedRing::isAnswered).findFirst().orElseThrow();
    tellEnd(ended(first.manager(), first.to(), at, false), state.spelling().status("ANSWER"));
  }

  /** Nobody answered; now and then the exchange does not tell the end. */
  void endMissed(Instant at) {
    if (state.random().chance(END_IS_LOST)) {
      finish(ended(null, null, at, true));
    } else {
      endMissed(at, state.spelling().missedStatus());
    }
  }

  /** A direct call to a manager was not answered; no chain reports the ring. */
  void endMissedDirectly(Phone phone, Instant at, RingEnd end) {
    rings.add(new SimulatedRing(phone.owner().name(), startedAt, at, end));
    endMissed(at, end.isBusy() ? state.spelling().status("BUSY") : state.spelling().missedStatus());
  }

  private void endMissed(Instant at, String status) {
    tellEnd(ended(null, null, at, false), status);
  }

  /** The caller leaves a message after the end of the call. */
  void leaveMessage(Instant endedAt) {
    Duration length = state.random().seconds(4, 40);
    Instant stored = endedAt.plus(length).plus(state.random().seconds(1, 6));
    state.feed().voicemail(numbers, stored, length);
  }

  Duration talk(Phone phone) {
    return state.random().around(phone.owner().habits().talk()).plusSeconds(6);
  }

  private void tellEnd(SimulatedCall call, String status) {
    state.feed().incomingEnds(numbers, call, status);
    finish(call);
  }

  private void finish(SimulatedCall call) {
    state.ended(call);
    onEnd.accept(call);
  }

  private SimulatedCall ended(
      @Nullable String manager, @Nullable Instant answeredAt, Instant endedAt, boolean isLost) {
    return new SimulatedCall(
        numbers.pbxId(),
        CallDirection.INCOMING,
        customer,
        numbers.receiver(),
        manager,
        startedAt,
        answeredAt,
        endedAt,
        rings,
        isLost);
  }

  private static Duration patience(RandomSource random) {
    if (random.chance(0.02)) {
      return random.seconds(0.6, 4.9);
    }
    return random.around(Duration.ofSeconds(30)).plusSeconds(6);
  }
}
