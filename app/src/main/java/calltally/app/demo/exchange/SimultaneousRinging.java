package calltally.app.demo.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Rings all managers of a line at once, again when nobody picks up, until one does. */
final class SimultaneousRinging {

  private static final int CYCLES = 3;
  private static final Duration RING_LIMIT = Duration.ofSeconds(20);

  private final SimulationState state;
  private final IncomingCall call;
  private final List<Phone> phones;

  SimultaneousRinging(SimulationState state, IncomingCall call, List<Phone> phones) {
    this.state = state;
    this.call = call;
    this.phones = phones;
  }

  void begin(Instant at) {
    ring(at, 1);
  }

  private void ring(Instant at, int cycle) {
    List<Reacting> all =
        phones.stream().map(phone -> new Reacting(phone, state.reaction(phone, at))).toList();
    List<Reacting> ringing = all.stream().filter(each -> each.rings(call, at)).toList();
    all.stream().filter(each -> !ringing.contains(each)).forEach(each -> each.failed(call, at));
    if (ringing.isEmpty()) {
      again(at.plusSeconds(5), cycle);
    } else {
      ringing.stream()
          .filter(each -> each.reaction().kind() == RingReaction.Kind.PICKS_UP)
          .min(Comparator.comparing(each -> each.reaction().after()))
          .ifPresentOrElse(first -> pickUp(first, ringing, at), () -> ringOut(ringing, at, cycle));
    }
  }

  private void pickUp(Reacting first, List<Reacting> ringing, Instant at) {
    Instant answeredAt = at.plus(first.reaction().after());
    if (call.givesUpBefore(answeredAt)) {
      giveUp(ringing, at);
      return;
    }
    for (Reacting other : ringing) {
      if (!other.equals(first)) {
        Instant stopsAt = answeredAt.plus(state.random().seconds(0, 0.25));
        call.rang(other.phone(), at, stopsAt, RingEnd.TAKEN);
      }
    }
    call.answered(first.phone(), at, answeredAt);
  }

  private void ringOut(List<Reacting> ringing, Instant at, int cycle) {
    Instant limit = at.plus(RING_LIMIT);
    if (call.givesUpBefore(limit)) {
      giveUp(ringing, at);
    } else {
      ringing.forEach(each -> call.rang(each.phone(), at, limit, RingEnd.RANG_OUT));
      again(limit, cycle);
    }
  }

  private void giveUp(List<Reacting> ringing, Instant at) {
    Instant givesUpAt = call.givesUpAt();
    ringing.forEach(each -> call.rang(each.phone(), at, givesUpAt, RingEnd.CALLER_HUNG_UP));
    call.endMissed(givesUpAt);
  }

  private void again(Instant now, int cycle) {
    if (cycle == CYCLES) {
      call.endMissed(now.plus(state.random().seconds(0.1, 0.8)));
    } else {
      call.goOn(now, now.plus(state.random().seconds(2, 6)), then -> ring(then, cycle + 1));
    }
  }

  private record Reacting(Phone phone, RingReaction reaction) {

    /** A call that is declined rings too when the caller hangs up before. */
    boolean rings(IncomingCall call, Instant at) {
      return reaction.rings()
          || (reaction.kind() == RingReaction.Kind.DECLINES
              && call.givesUpBefore(at.plus(reaction.after())));
    }

    void failed(IncomingCall call, Instant at) {
      call.rang(phone, at, at.plus(reaction.after()), reaction.end());
    }
  }
}
