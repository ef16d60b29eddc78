package calltally.app.demo.exchange;

import calltally.app.demo.exchange.SimulatedCompany.Manager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Managers' calls to missed callers: most on the same day, some on the next, some never, and not
 * all of them successful.
 */
final class CallBacks {

  private static final double SAME_DAY = 0.9;
  private static final double NEXT_DAY = 0.75;
  private static final double TRIES_AGAIN = 0.92;
  private static final double NOTICES_CONTACT = 0.9;

  private final SimulationState state;
  private final OutgoingCalls outgoing;

  /** Customers on a manager's list, each with the end of the last missed call. */
  private final Map<String, Instant> listed = new HashMap<>();

  CallBacks(SimulationState state, OutgoingCalls outgoing) {
    this.state = state;
    this.outgoing = outgoing;
  }

  void afterMissed(SimulatedCall missed) {
    String customer = missed.customer();
    if (customer != null && listed.replace(customer, missed.endedAt()) == null) {
      calledFrom(missed.endedAt()).ifPresent(from -> list(missed, customer, from));
    }
  }

  /** When the customer is first called back; empty when forgotten. */
  private Optional<Instant> calledFrom(Instant missedAt) {
    if (state.random().chance(SAME_DAY)) {
      return Optional.of(missedAt);
    }
    return state.random().chance(NEXT_DAY) ? Optional.of(nextMidnight(missedAt)) : Optional.empty();
  }

  private Instant nextMidnight(Instant after) {
    ZoneId zone = state.company().zone();
    return LocalDate.ofInstant(after, zone).plusDays(1).atStartOfDay(zone).toInstant();
  }

  private void list(SimulatedCall missed, String customer, Instant from) {
    listed.put(customer, missed.endedAt());
    tryLater(missed, customer, from, Duration.ofMinutes(25));
  }

  private void tryLater(SimulatedCall missed, String customer, Instant from, Duration about) {
    Instant due = from.plusSeconds(60).plus(state.random().exponential(about));
    state
        .company()
        .openFrom(due)
        .map(open -> open.equals(due) ? due : open.plus(state.random().seconds(120, 3600)))
        .ifPresent(at -> state.events().at(at, then -> call(missed, customer, then)));
  }

  private void call(SimulatedCall missed, String customer, Instant at) {
    Instant since = listed.getOrDefault(customer, missed.endedAt());
    if (state.wasReached(customer, since) && state.random().chance(NOTICES_CONTACT)) {
      listed.remove(customer);
      return;
    }
    Manager manager = state.random().oneOf(colleagues(missed));
    outgoing.place(manager, customer, at, tried -> afterTry(missed, customer, tried));
  }

  private void afterTry(SimulatedCall missed, String customer, SimulatedCall tried) {
    if (!tried.isContactAt(Instant.MAX) && state.random().chance(TRIES_AGAIN)) {
      tryLater(missed, customer, tried.endedAt(), Duration.ofMinutes(40));
    } else {
      listed.remove(customer);
    }
  }

  private List<Manager> colleagues(SimulatedCall missed) {
    SimulatedCompany company = state.company();
    return company.managers().stream()
        .filter(manager -> manager.number().equals(missed.dialled()))
        .findFirst()
        .map(List::of)
        .orElseGet(() -> colleaguesOfLine(missed));
  }

  private List<Manager> colleaguesOfLine(SimulatedCall missed) {
    SimulatedCompany company = state.company();
    return company.lines().stream()
        .filter(line -> line.number().equals(missed.dialled()))
        .findFirst()
        .map(company::managersOf)
        .orElse(company.managers());
  }
}
