package calltally.ingest.simulation;

import calltally.ingest.simulation.Company.Line;
import calltally.ingest.simulation.Company.Manager;
import calltally.ingest.simulation.Company.Shift;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plays a week of the company from Monday to Sunday. */
final class Week {

  private static final double TO_OWN_NUMBER = 0.03;
  private static final Duration ORDINARY_DAY = Duration.ofHours(9);

  private final Scene scene;
  private final LocalDate monday;
  private final Customers customers;
  private final IncomingCalls incoming;
  private final OutgoingCalls outgoing;

  Week(Scene scene, LocalDate monday) {
    this.scene = scene;
    this.monday = monday;
    this.customers = new Customers(scene.dice());
    this.outgoing = new OutgoingCalls(scene);
    this.incoming = new IncomingCalls(scene, new CallBacks(scene, outgoing)::afterMissed);
  }

  void play() {
    List<LocalDate> days = monday.datesUntil(monday.plusWeeks(1)).toList();
    days.forEach(this::planIncoming);
    days.forEach(this::planOutgoing);
    scene.agenda().at(instant(monday, LocalTime.of(8, 40)), scene.wire()::test);
    scene.agenda().play();
  }

  private void planIncoming(LocalDate date) {
    for (Line line : scene.company().lines()) {
      for (int hour = 0; hour < 24; hour++) {
        int calls = scene.dice().poisson(scene.rhythm().expectedCalls(line, date, hour));
        for (int i = 0; i < calls; i++) {
          LocalTime time = LocalTime.of(hour, 0).plus(within(Duration.ofHours(1)));
          scene.agenda().at(instant(date, time), at -> customerCalls(line, at));
        }
      }
    }
  }

  private void customerCalls(Line line, Instant at) {
    @Nullable String customer = customers.caller();
    if (scene.dice().chance(TO_OWN_NUMBER)) {
      Manager manager = scene.dice().oneOf(scene.company().managersOf(line));
      incoming.toManager(manager, customer, at);
    } else {
      incoming.toLine(line, customer, at);
    }
  }

  private void planOutgoing(LocalDate date) {
    for (Shift shift : scene.company().hours()) {
      if (shift.day() == date.getDayOfWeek()) {
        scene.company().managers().forEach(manager -> planOutgoing(manager, shift, date));
      }
    }
  }

  private void planOutgoing(Manager manager, Shift shift, LocalDate date) {
    Duration length = Duration.between(shift.from(), shift.to());
    double share = (double) length.toMillis() / ORDINARY_DAY.toMillis();
    int calls = scene.dice().poisson(manager.habits().outgoingPerDay() * share);
    for (int i = 0; i < calls; i++) {
      Instant at = instant(date, shift.from().plus(within(length)));
      scene.agenda().at(at, then -> managerCalls(manager, then));
    }
  }

  private void managerCalls(Manager manager, Instant at) {
    outgoing.place(manager, customers.anybody(), at, call -> {});
  }

  private Duration within(Duration length) {
    return scene.dice().between(Duration.ZERO, length);
  }

  private Instant instant(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(scene.company().zone()).toInstant();
  }
}
