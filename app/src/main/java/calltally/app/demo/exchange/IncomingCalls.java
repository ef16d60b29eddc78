package calltally.app.demo.exchange;

import calltally.app.demo.exchange.SimulatedCompany.Line;
import calltally.app.demo.exchange.SimulatedCompany.Manager;
import calltally.app.demo.exchange.SimulatedCompany.Ringing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Customers' calls to the company; those not served may try again. */
final class IncomingCalls {

  private static final double COMES_BACK = 0.38;
  private static final Duration COMES_BACK_AFTER = Duration.ofMinutes(14);
  private static final double LEAVES_MESSAGE = 0.3;

  private final SimulationState state;
  private final Consumer<SimulatedCall> onMissed;
  private final Map<Line, Integer> turns = new HashMap<>();

  /**
   * @param onMissed receives every call that nobody answered, at its end
   */
  IncomingCalls(SimulationState state, Consumer<SimulatedCall> onMissed) {
    this.state = state;
    this.onMissed = onMissed;
  }

  /** A customer dials a line; null when the number is withheld. */
  void toLine(Line line, @Nullable String customer, Instant at) {
    IncomingCall call = begin(line, customer, line.number(), at);
    if (state.company().isOpenAt(at)) {
      call.goOn(at, at.plus(state.random().seconds(0.7, 1.8)), then -> ring(line, call, then));
    } else {
      announceClosed(call, at);
    }
  }

  /** A customer dials a manager's own number, which rings without a chain. */
  void toManager(Manager manager, @Nullable String customer, Instant at) {
    Line line = state.company().lineOf(manager);
    IncomingCall call = begin(line, customer, manager.number(), at);
    Phone phone = state.phone(manager);
    RingReaction reaction = state.reaction(phone, at);
    if (reaction.end().isBusy()) {
      call.endMissedDirectly(phone, at.plus(state.random().seconds(1, 3)), reaction.end());
      return;
    }
    boolean picksUp = reaction.kind() == RingReaction.Kind.PICKS_UP && state.company().isOpenAt(at);
    Instant until = at.plus(picksUp ? reaction.after() : state.random().seconds(15, 40));
    if (picksUp && !call.givesUpBefore(until)) {
      call.answeredDirectly(phone, until);
    } else {
      boolean givesUp = call.givesUpBefore(until);
      Instant end = givesUp ? call.givesUpAt() : until;
      phone.occupyUntil(end);
      call.endMissedDirectly(phone, end, givesUp ? RingEnd.CALLER_HUNG_UP : RingEnd.RANG_OUT);
    }
  }

  private IncomingCall begin(Line line, @Nullable String customer, String dialled, Instant at) {
    return new IncomingCall(state, customer, dialled, at, ended -> afterwards(line, ended));
  }

  private void ring(Line line, IncomingCall call, Instant at) {
    List<Phone> phones = new ArrayList<>(state.phones(line));
    if (line.ringing() == Ringing.IN_SEQUENCE) {
      Collections.rotate(phones, -turns.merge(line, 1, Integer::sum));
      new SequentialRinging(state, call, phones).begin(at);
    } else {
      new SimultaneousRinging(state, call, phones).begin(at);
    }
  }

  private void announceClosed(IncomingCall call, Instant at) {
    Instant end = at.plus(state.random().seconds(3, 14));
    call.endMissed(end);
    if (state.random().chance(LEAVES_MESSAGE)) {
      call.leaveMessage(end);
    }
  }

  private void afterwards(Line line, SimulatedCall call) {
    if (!call.isUnserved()) {
      return;
    }
    onMissed.accept(call);
    String customer = call.customer();
    if (customer != null && state.random().chance(COMES_BACK)) {
      comeBack(line, customer, call.endedAt().plus(state.random().exponential(COMES_BACK_AFTER)));
    }
  }

  /** Callers who find the company closed call again in the hours after it opens. */
  private void comeBack(Line line, String customer, Instant at) {
    state
        .company()
        .openFrom(at)
        .map(open -> open.equals(at) ? at : open.plus(state.random().seconds(60, 3 * 3600)))
        .ifPresent(again -> state.events().at(again, then -> toLine(line, customer, then)));
  }
}
