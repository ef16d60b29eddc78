package calltally.app.demo.exchange;

import calltally.app.demo.exchange.SimulatedCompany.Line;
import calltally.app.demo.exchange.SimulatedCompany.Manager;
import calltally.app.demo.exchange.SimulatedCompany.Shift;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Simulates a week of the company from Monday to Sunday. */
final class WeekSimulation {

  private static final double TO_OWN_NUMBER = 0.03;
  private static final Duration ORDINARY_DAY = Duration.ofHours(9);

  private final SimulationState state;
  private final LocalDate monday;
  private final Customers customers;
  private final IncomingCalls incoming;
  private final OutgoingCalls outgoing;

  WeekSimulation(SimulationState state, LocalDate monday) {
    this.state = state;
    this.monday = monday;
    this.customers = new Customers(state.random());
    this.outgoing = new OutgoingCalls(state);
    this.incoming = new IncomingCalls(state, new CallBacks(state, outgoing)::afterMissed);
  }

  void play() {
    List<LocalDate> days = monday.datesUntil(monday.plusWeeks(1)).toList();
    days.forEach(this::planIncoming);
    days.forEach(this::planOutgoing);
    state.events().at(instant(monday, LocalTime.of(8, 40)), state.feed()::test);
    state.events().play();
  }

  private void planIncoming(LocalDate date) {
    for (Line line : state.company().lines()) {
      for (int hour = 0; hour < 24; hour++) {
        int calls = state.random().poisson(state.rhythm().expectedCalls(line, date, hour));
        for (int i = 0; i < calls; i++) {
          LocalTime time = LocalTime.of(hour, 0).plus(within(Duration.ofHours(1)));
          state.events().at(instant(date, time), at -> customerCalls(line, at));
        }
      }
    }
  }

  private void customerCalls(Line line, Instant at) {
    @Nullable String customer = customers.caller();
    if (state.random().chance(TO_OWN_NUMBER)) {
      Manager manager = state.random().oneOf(state.company().managersOf(line));
      incoming.toManager(manager, customer, at);
    } else {
      incoming.toLine(line, customer, at);
    }
  }

  private void planOutgoing(LocalDate date) {
    for (Shift shift : state.company().hours()) {
      if (shift.day() == date.getDayOfWeek()) {
        state.company().managers().forEach(manager -> planOutgoing(manager, shift, date));
      }
    }
  }

  private void planOutgoing(Manager manager, Shift shift, LocalDate date) {
    Duration length = Duration.between(shift.from(), shift.to());
    double share = (double) length.toMillis() / ORDINARY_DAY.toMillis();
    int calls = state.random().poisson(manager.habits().outgoingPerDay() * share);
    for (int i = 0; i < calls; i++) {
      Instant at = instant(date, shift.from().plus(within(length)));
      state.events().at(at, then -> managerCalls(manager, then));
    }
  }

  private void managerCalls(Manager manager, Instant at) {
    outgoing.place(manager, customers.anybody(), at, call -> {});
  }

  private Duration within(Duration length) {
    return state.random().between(Duration.ZERO, length);
  }

  private Instant instant(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(state.company().zone()).toInstant();
  }
}
