package calltally.ingest.simulation;

import calltally.ingest.simulation.Company.Manager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls that managers place to customers. */
final class OutgoingCalls {

  private static final double CONNECTS = 0.66;

  private final Scene scene;

  OutgoingCalls(Scene scene) {
    this.scene = scene;
  }

  /** Places the call as soon as the company is open and the manager's phone is free. */
  void place(Manager manager, String customer, Instant at, Consumer<SimulatedCall> onEnd) {
    Phone phone = scene.phone(manager);
    if (scene.company().isOpenAt(at) && phone.isFree(at)) {
      onEnd.accept(dial(phone, customer, at));
    } else {
      scene
          .company()
          .openFrom(at)
          .map(open -> open.plus(scene.dice().seconds(45, 240)))
          .ifPresent(
              later -> scene.agenda().at(later, then -> place(manager, customer, then, onEnd)));
    }
  }

  private SimulatedCall dial(Phone phone, String customer, Instant at) {
    String caller = scene.dialect().number(phone.owner());
    CallNumbers numbers = new CallNumbers(scene.nextPbxId(at), caller, customer);
    scene.wire().outgoingStarts(numbers, at);
    SimulatedCall call =
        scene.dice().chance(CONNECTS) ? connected(numbers, phone, at) : inVain(numbers, phone, at);
    phone.occupyUntil(call.endedAt());
    scene.ended(call);
    return call;
  }

  private SimulatedCall connected(CallNumbers numbers, Phone phone, Instant at) {
    Instant answeredAt = at.plus(scene.dice().seconds(4, 18));
    Duration talk = scene.dice().around(phone.owner().habits().talk()).plusSeconds(3);
    SimulatedCall call = ended(numbers, phone, at, answeredAt, answeredAt.plus(talk));
    scene.wire().customerAnswers(numbers, answeredAt);
    scene.wire().outgoingEnds(numbers, call, scene.dialect().status("ANSWER"));
    return call;
  }

  private SimulatedCall inVain(CallNumbers numbers, Phone phone, Instant at) {
    boolean busy = scene.dice().chance(0.2);
    Duration wait = busy ? scene.dice().seconds(2, 5) : scene.dice().seconds(15, 40);
    SimulatedCall call = ended(numbers, phone, at, null, at.plus(wait));
    scene.wire().outgoingEnds(numbers, call, scene.dialect().status(busy ? "BUSY" : "NOANSWER"));
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
        Direction.OUTGOING,
        numbers.receiver(),
        null,
        phone.owner().name(),
        startedAt,
        answeredAt,
        endedAt,
        List.of());
  }
}
