package calltally.app.demo.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The talk of an incoming call; now and then the manager transfers it to a colleague. */
final class IncomingTalk {

  private static final double TRANSFERRED = 0.03;
  private static final Duration BEFORE_TRANSFER = Duration.ofSeconds(5);
  private static final Duration RING_LIMIT = Duration.ofSeconds(16);

  private final SimulationState state;
  private final IncomingCall call;

  IncomingTalk(SimulationState state, IncomingCall call) {
    this.state = state;
    this.call = call;
  }

  /** Goes on until somebody hangs up. */
  void begin(Phone phone, Instant rangAt, Instant at) {
    TalkPart part = pickUp(phone, rangAt, at);
    Duration longest = Duration.between(at, part.until);
    Instant asks = at.plus(state.random().between(BEFORE_TRANSFER, longest));
    if (state.random().chance(TRANSFERRED) && state.events().takes(asks)) {
      state.events().at(asks, then -> transfer(part, then));
    } else {
      hangUp(part, part.until);
    }
  }

  private TalkPart pickUp(Phone phone, Instant rangAt, Instant at) {
    call.pickedUp(phone, rangAt, at);
    state.feed().rings(call.numbers(), phone.owner(), rangAt);
    boolean isRingEnded = state.spelling().endsRingAtPickUp();
    if (isRingEnded) {
      endRing(phone, at.plus(state.random().seconds(0, 0.15)));
    }
    state.feed().managerAnswers(call.numbers(), phone.owner(), at);
    Instant until = at.plus(call.talk(phone));
    phone.occupyUntil(until);
    return new TalkPart(phone, until, isRingEnded);
  }

  /** The customer talks on with the first manager until the colleague picks up. */
  private void transfer(TalkPart first, Instant at) {
    Phone colleague = state.random().oneOf(colleagues(first.phone));
    RingReaction reaction = state.reaction(colleague, at);
    if (reaction.end() == RingEnd.PICKED_UP) {
      Instant pickedUpAt = at.plus(reaction.after());
      leave(first, pickedUpAt);
      TalkPart second = pickUp(colleague, at, pickedUpAt);
      hangUp(second, second.until);
    } else {
      boolean ringsOut = reaction.end() == RingEnd.RANG_OUT;
      Instant givesUp = at.plus(ringsOut ? RING_LIMIT : reaction.after());
      call.rang(colleague, at, givesUp, reaction.end());
      Instant soonest = givesUp.plus(state.random().seconds(3, 20));
      hangUp(first, soonest.isAfter(first.until) ? soonest : first.until);
    }
  }

  private List<Phone> colleagues(Phone phone) {
    return state.company().managers().stream()
        .filter(manager -> !manager.equals(phone.owner()))
        .map(state::phone)
        .toList();
  }

  private void hangUp(TalkPart part, Instant at) {
    leave(part, at);
    call.endAnswered(at);
  }

  private void leave(TalkPart part, Instant at) {
    part.phone.occupyUntil(at);
    if (!part.isRingEnded) {
      endRing(part.phone, at);
    }
  }

  private void endRing(Phone phone, Instant at) {
    state.feed().ringEnds(call.numbers(), phone.owner(), at, RingEnd.PICKED_UP);
  }

  /** One manager's part. */
  private record TalkPart(Phone phone, Instant until, boolean isRingEnded) {}
}
