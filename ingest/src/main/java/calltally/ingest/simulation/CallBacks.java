package calltally.ingest.simulation;

import calltally.ingest.simulation.Company.Manager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Managers call back whom they missed: not everybody, not at once, and not always with success. */
final class CallBacks {

  private static final double CALLS_BACK = 0.62;
  private static final double TRIES_AGAIN = 0.55;
  private static final double NOTICES_CONTACT = 0.9;

  private final Scene scene;
  private final OutgoingCalls outgoing;

  /** Customers on some manager's list. */
  private final Set<String> listed = new HashSet<>();

  CallBacks(Scene scene, OutgoingCalls outgoing) {
    this.scene = scene;
    this.outgoing = outgoing;
  }

  void afterMissed(SimulatedCall missed) {
    String customer = missed.customer();
    if (customer != null && scene.dice().chance(CALLS_BACK) && listed.add(customer)) {
      tryLater(missed, customer, missed.endedAt(), Duration.ofMinutes(25));
    }
  }

  private void tryLater(SimulatedCall missed, String customer, Instant from, Duration about) {
    Instant due = from.plusSeconds(60).plus(scene.dice().exponential(about));
    scene
        .company()
        .openFrom(due)
        .map(open -> open.equals(due) ? due : open.plus(scene.dice().seconds(120, 3600)))
        .ifPresent(at -> scene.agenda().at(at, then -> call(missed, customer, then)));
  }

  private void call(SimulatedCall missed, String customer, Instant at) {
    if (scene.wasReached(customer, missed.endedAt()) && scene.dice().chance(NOTICES_CONTACT)) {
      listed.remove(customer);
      return;
    }
    Manager manager = scene.dice().oneOf(colleagues(missed));
    outgoing.place(manager, customer, at, tried -> afterTry(missed, customer, tried));
  }

  private void afterTry(SimulatedCall missed, String customer, SimulatedCall tried) {
    if (!tried.isAnswered() && scene.dice().chance(TRIES_AGAIN)) {
      tryLater(missed, customer, tried.endedAt(), Duration.ofMinutes(40));
    } else {
      listed.remove(customer);
    }
  }

  private List<Manager> colleagues(SimulatedCall missed) {
    Company company = scene.company();
    return company.managers().stream()
        .filter(manager -> manager.number().equals(missed.dialled()))
        .findFirst()
        .map(List::of)
        .orElseGet(() -> colleaguesOfLine(missed));
  }

  private List<Manager> colleaguesOfLine(SimulatedCall missed) {
    Company company = scene.company();
    return company.lines().stream()
        .filter(line -> line.number().equals(missed.dialled()))
        .findFirst()
        .map(company::managersOf)
        .orElse(company.managers());
  }
}
