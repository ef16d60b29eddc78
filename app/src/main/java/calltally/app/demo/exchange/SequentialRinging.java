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
      case BUSY, UNAVAILABLE -> failed(phone, at, reactsAt, reaction.end(), turn);
      case DECLINES -> unlessGivenUp(phone, at, reactsAt, reaction.end(), turn);
      case LETS_RING -> unlessGivenUp(phone, at, at.plus(RING_LIMIT), reaction.end(), turn);
      case PICKS_UP -> {
        if (!givesUp(phone, at, reactsAt)) {
          call.answered(phone, at, reactsAt);
        }
      }
    }
  }

  private void unlessGivenUp(Phone phone, Instant at, Instant until, RingEnd end, int turn) {
    if (!givesUp(phone, at, until)) {
      failed(phone, at, until, end, turn);
    }
  }

  private boolean givesUp(Phone phone, Instant at, Instant until) {
    boolean givesUp = call.givesUpBefore(until);
    if (givesUp) {
      call.rang(phone, at, call.givesUpAt(), RingEnd.CALLER_HUNG_UP);
      call.endMissed(call.givesUpAt());
    }
    return givesUp;
  }

  private void failed(Phone phone, Instant at, Instant until, RingEnd end, int turn) {
    call.rang(phone, at, until, end);
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
