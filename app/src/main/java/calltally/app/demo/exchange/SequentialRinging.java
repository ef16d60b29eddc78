package calltally.app.demo.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Rings managers one after another, at most twice each, until one picks up. */
final class SequentialRinging {

  private static final int CYCLES = 2;
  private static final Duration RING_LIMIT = Duration.ofSeconds(16);

  private final SimulationState state;
  private final IncomingCall call;
  private final List<Phone> phones;

  SequentialRinging(SimulationState state, IncomingCall call, List<Phone> phones) {
    this.state = state;
    this.call = call;
    this.phones = phones;
  }

  void begin(Instant at) {
    ring(at, 0);
  }

  private void ring(Instant at, int turn) {
    Phone phone = phones.get(turn % phones.size());
    RingReaction reaction = state.reaction(phone, at);
    Instant reactsAt = at.plus(reaction.after());
    switch (reaction.kind()) {
      case BUSY -> failed(phone, at, reactsAt, RingOutcome.BUSY, turn);
      case UNAVAILABLE -> failed(phone, at, reactsAt, RingOutcome.UNAVAILABLE, turn);
      case LETS_RING -> {
        Instant limit = at.plus(RING_LIMIT);
        if (!givesUp(phone, at, limit)) {
          failed(phone, at, limit, RingOutcome.NO_ANSWER, turn);
        }
      }
      case PICKS_UP -> {
        if (!givesUp(phone, at, reactsAt)) {
          call.answered(phone, at, reactsAt);
        }
      }
    }
  }

  private boolean givesUp(Phone phone, Instant at, Instant until) {
    boolean givesUp = call.givesUpBefore(until);
    if (givesUp) {
      call.rang(phone, at, call.givesUpAt(), RingOutcome.CALLER_GAVE_UP);
      call.endMissed(call.givesUpAt());
    }
    return givesUp;
  }

  private void failed(Phone phone, Instant at, Instant until, RingOutcome outcome, int turn) {
    call.rang(phone, at, until, outcome);
    int next = turn + 1;
    if (next == phones.size() * CYCLES) {
      call.endMissed(until.plus(state.random().seconds(0.1, 0.8)));
    } else {
      Duration pause = next == phones.size() ? Duration.ofSeconds(3) : Duration.ZERO;
      call.goOn(
          until,
          until.plus(pause).plus(state.random().seconds(0.3, 0.9)),
          then -> ring(then, next));
    }
  }
}
