package calltally.ingest.simulation;

import calltally.ingest.simulation.Company.Line;
import calltally.ingest.simulation.Company.Manager;
import calltally.ingest.simulation.Company.Ringing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Customers' calls to the company; who is not served may try again. */
final class IncomingCalls {

  private static final double COMES_BACK = 0.38;
  private static final Duration COMES_BACK_AFTER = Duration.ofMinutes(14);
  private static final double LEAVES_MESSAGE = 0.3;

  private final Scene scene;
  private final Consumer<SimulatedCall> onMissed;
  private final Map<Line, Integer> turns = new HashMap<>();

  /**
   * @param onMissed learns of every missed call at its end
   */
  IncomingCalls(Scene scene, Consumer<SimulatedCall> onMissed) {
    this.scene = scene;
    this.onMissed = onMissed;
  }

  /** A customer dials a line; null when he withholds his number. */
  void toLine(Line line, @Nullable String customer, Instant at) {
    IncomingCall call = begin(line, customer, line.number(), at);
    if (scene.company().isOpenAt(at)) {
      call.goOn(at, at.plus(scene.dice().seconds(0.7, 1.8)), then -> ring(line, call, then));
    } else {
      announceClosed(call, at);
    }
  }

  /** A customer dials a manager's own number, which rings without a chain. */
  void toManager(Manager manager, @Nullable String customer, Instant at) {
    Line line = scene.company().lineOf(manager);
    IncomingCall call = begin(line, customer, manager.number(), at);
    Phone phone = scene.phone(manager);
    Reaction reaction = scene.reaction(phone, at);
    if (reaction.kind() == Reaction.Kind.BUSY) {
      call.endMissedDirectly(phone, at.plus(scene.dice().seconds(1, 3)), RingOutcome.BUSY);
      return;
    }
    boolean picksUp = reaction.kind() == Reaction.Kind.PICKS_UP && scene.company().isOpenAt(at);
    Instant until = at.plus(picksUp ? reaction.after() : scene.dice().seconds(15, 40));
    if (picksUp && !call.givesUpBefore(until)) {
      call.answeredDirectly(phone, until);
    } else {
      Instant end = call.givesUpBefore(until) ? call.givesUpAt() : until;
      phone.occupyUntil(end);
      call.endMissedDirectly(phone, end, RingOutcome.NO_ANSWER);
    }
  }

  private IncomingCall begin(Line line, @Nullable String customer, String dialled, Instant at) {
    return new IncomingCall(scene, customer, dialled, at, ended -> afterwards(line, ended));
  }

  private void ring(Line line, IncomingCall call, Instant at) {
    List<Phone> phones = new ArrayList<>(scene.phones(line));
    if (line.ringing() == Ringing.IN_SEQUENCE) {
      Collections.rotate(phones, -turns.merge(line, 1, Integer::sum));
      new SequentialChain(scene, call, phones).begin(at);
    } else {
      new CommonRing(scene, call, phones).begin(at);
    }
  }

  private void announceClosed(IncomingCall call, Instant at) {
    Instant end = at.plus(scene.dice().seconds(3, 14));
    call.endMissed(end);
    if (scene.dice().chance(LEAVES_MESSAGE)) {
      call.leaveMessage(end);
    }
  }

  private void afterwards(Line line, SimulatedCall call) {
    if (!call.isMissed()) {
      return;
    }
    onMissed.accept(call);
    String customer = call.customer();
    if (customer != null && scene.dice().chance(COMES_BACK)) {
      comeBack(line, customer, call.endedAt().plus(scene.dice().exponential(COMES_BACK_AFTER)));
    }
  }

  /** Who learns that the company is closed calls again in the hours after it opens. */
  private void comeBack(Line line, String customer, Instant at) {
    scene
        .company()
        .openFrom(at)
        .map(open -> open.equals(at) ? at : open.plus(scene.dice().seconds(60, 3 * 3600)))
        .ifPresent(again -> scene.agenda().at(again, then -> toLine(line, customer, then)));
  }
}
