package calltally.ingest.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An incoming call while it goes on: what rang so far, and how long the caller will wait. */
final class IncomingCall {

  private final Scene scene;
  private final CallNumbers numbers;
  private final @Nullable String customer;
  private final Instant startedAt;
  private final Instant givesUpAt;
  private final Consumer<SimulatedCall> onEnd;
  private final List<Ring> rings = new ArrayList<>();

  IncomingCall(
      Scene scene,
      @Nullable String customer,
      String dialled,
      Instant startedAt,
      Consumer<SimulatedCall> onEnd) {
    String caller = customer == null ? scene.dialect().withheld() : customer;
    this.scene = scene;
    this.numbers = new CallNumbers(scene.nextPbxId(startedAt), caller, dialled);
    this.customer = customer;
    this.startedAt = startedAt;
    this.givesUpAt = startedAt.plus(patience(scene.dice()));
    this.onEnd = onEnd;
    scene.wire().incomingStarts(numbers, startedAt);
  }

  Instant givesUpAt() {
    return givesUpAt;
  }

  /** Whether the caller hangs up before something that would happen then. */
  boolean givesUpBefore(Instant at) {
    return !at.isBefore(givesUpAt);
  }

  /** Goes on with the next step, unless the caller hangs up while nobody rings. */
  void goOn(Instant now, Instant next, Consumer<Instant> step) {
    if (givesUpBefore(next)) {
      endMissed(givesUpAt.isBefore(now) ? now : givesUpAt);
    } else {
      scene.agenda().at(next, step);
    }
  }

  /** A phone rang in vain. */
  void rang(Phone phone, Instant from, Instant to, RingOutcome outcome) {
    rings.add(new Ring(phone.owner().name(), outcome));
    if (outcome != RingOutcome.BUSY || scene.dialect().tellsBusyStart()) {
      scene.wire().rings(numbers, phone.owner(), from);
    }
    scene.wire().ringEnds(numbers, phone.owner(), to, outcome);
    if (outcome != RingOutcome.BUSY && outcome != RingOutcome.UNAVAILABLE) {
      phone.occupyUntil(to);
    }
  }

  /** A phone rang and was picked up; the call goes on until somebody hangs up. */
  void answered(Phone phone, Instant rangAt, Instant answeredAt) {
    Instant endedAt = answeredAt.plus(talk(phone));
    boolean atPickUp = scene.dialect().endsRingAtPickUp();
    Instant ringEndsAt = atPickUp ? answeredAt.plus(scene.dice().seconds(0, 0.15)) : endedAt;
    scene.wire().rings(numbers, phone.owner(), rangAt);
    scene.wire().ringEnds(numbers, phone.owner(), ringEndsAt, RingOutcome.ANSWERED);
    talked(phone, answeredAt, endedAt);
  }

  /** A manager answers his own number, which no chain rings. */
  void answeredDirectly(Phone phone, Instant answeredAt) {
    talked(phone, answeredAt, answeredAt.plus(talk(phone)));
  }

  void endMissed(Instant at) {
    end(at, scene.dialect().missedStatus());
  }

  /** A manager's own number was called in vain; no chain tells of the ring. */
  void endMissedDirectly(Phone phone, Instant at, RingOutcome outcome) {
    rings.add(new Ring(phone.owner().name(), outcome));
    boolean busy = outcome == RingOutcome.BUSY;
    end(at, busy ? scene.dialect().status("BUSY") : scene.dialect().missedStatus());
  }

  /** The caller leaves a message after the end of the call. */
  void leaveMessage(Instant endedAt) {
    Duration length = scene.dice().seconds(4, 40);
    Instant stored = endedAt.plus(length).plus(scene.dice().seconds(1, 6));
    scene.wire().voicemail(numbers, stored, length);
  }

  private void talked(Phone phone, Instant answeredAt, Instant endedAt) {
    String manager = phone.owner().name();
    rings.add(new Ring(manager, RingOutcome.ANSWERED));
    phone.occupyUntil(endedAt);
    scene.wire().managerAnswers(numbers, phone.owner(), answeredAt);
    finish(ended(manager, answeredAt, endedAt), scene.dialect().status("ANSWER"));
  }

  private void end(Instant at, String status) {
    finish(ended(null, null, at), status);
  }

  private void finish(SimulatedCall call, String status) {
    scene.wire().incomingEnds(numbers, call, status);
    scene.ended(call);
    onEnd.accept(call);
  }

  private SimulatedCall ended(
      @Nullable String manager, @Nullable Instant answeredAt, Instant endedAt) {
    return new SimulatedCall(
        numbers.pbxId(),
        Direction.INCOMING,
        customer,
        numbers.receiver(),
        manager,
        startedAt,
        answeredAt,
        endedAt,
        rings);
  }

  private Duration talk(Phone phone) {
    return scene.dice().around(phone.owner().habits().talk()).plusSeconds(5);
  }

  private static Duration patience(Dice dice) {
    if (dice.chance(0.02)) {
      return dice.seconds(0.6, 4.9);
    }
    return dice.around(Duration.ofSeconds(30)).plusSeconds(6);
  }
}
