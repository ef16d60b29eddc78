package calltally.app.demo.exchange;

import calltally.app.demo.exchange.SimulatedCompany.Manager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Managers' calls to customers. */
final class OutgoingCalls {

  private static final double CONNECTS = 0.66;

  /** Share of the connected calls that reach a mailbox, which the manager does not talk to. */
  private static final double MAILBOX = 0.05;

  private final SimulationState state;

  OutgoingCalls(SimulationState state) {
    this.state = state;
  }

  /** Places the call as soon as the company is open and the manager's phone is free. */
  void place(Manager manager, String customer, Instant at, Consumer<SimulatedCall> onEnd) {
    Phone phone = state.phone(manager);
    if (state.company().isOpenAt(at) && phone.isFree(at)) {
      onEnd.accept(dial(phone, customer, at));
    } else {
      state
          .company()
          .openFrom(at)
          .map(open -> open.plus(state.random().seconds(45, 240)))
          .ifPresent(
              later -> state.events().at(later, then -> place(manager, customer, then, onEnd)));
    }
  }

  private SimulatedCall dial(Phone phone, String customer, Instant at) {
    String caller = state.spelling().number(phone.owner());
    CallNumbers numbers = new CallNumbers(state.nextPbxId(at), caller, customer);
    state.feed().outgoingStarts(numbers, at);
    SimulatedCall call =
        state.random().chance(CONNECTS)
            ? connected(numbers, phone, at)
            : inVain(numbers, phone, at);
    phone.occupyUntil(call.endedAt());
    state.ended(call);
    return call;
  }

  private SimulatedCall connected(CallNumbers numbers, Phone phone, Instant at) {
    Instant answeredAt = at.plus(state.random().seconds(4, 18));
    Duration talk =
        state.random().chance(MAILBOX)
            ? state.random().seconds(2.5, 3.5)
            : state.random().around(phone.owner().habits().talk()).plusSeconds(6);
    SimulatedCall call = ended(numbers, phone, at, answeredAt, answeredAt.plus(talk));
    state.feed().customerAnswers(numbers, answeredAt);
    state.feed().outgoingEnds(numbers, call, state.spelling().status("ANSWER"));
    return call;
  }

  private SimulatedCall inVain(CallNumbers numbers, Phone phone, Instant at) {
    boolean busy = state.random().chance(0.2);
    Duration wait = busy ? state.random().seconds(2, 5) : state.random().seconds(15, 40);
    SimulatedCall call = ended(numbers, phone, at, null, at.plus(wait));
    state.feed().outgoingEnds(numbers, call, state.spelling().status(busy ? "BUSY" : "NOANSWER"));
    return call;
  }

  private static SimulatedCall ended(
      CallNumbers numbers,
      Phone phone,
      Instant startedAt,
      @Nullable Instant answeredAt,
      Instant endedAt) {
    return new SimulatedCall(
        numbers.pbxId(),
        CallDirection.OUTGOING,
        numbers.receiver(),
        null,
        phone.owner().name(),
        startedAt,
        answeredAt,
        endedAt,
        List.of(),
        false);
  }
}
