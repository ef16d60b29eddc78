package calltally.app.demo.exchange;

import static java.util.Objects.requireNonNull;

import calltally.app.demo.exchange.SimulatedCompany.Line;
import calltally.app.demo.exchange.SimulatedCompany.Manager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The state of a simulated week: the company, its phones, the calls and their notifications. */
final class SimulationState {

  private final SimulatedCompany company;
  private final EventQueue events;
  private final RandomSource random;
  private final FieldSpelling spelling;
  private final NotificationFeed feed;
  private final DailyCallPattern rhythm;
  private final Map<Manager, Phone> phones = new LinkedHashMap<>();
  private final List<SimulatedCall> calls = new ArrayList<>();
  private final Map<String, Instant> contacts = new HashMap<>();
  private int lastCall = 100_000;

  SimulationState(
      SimulatedCompany company,
      EventQueue events,
      RandomSource random,
      FieldSpelling spelling,
      NotificationFeed feed) {
    this.company = company;
    this.events = events;
    this.random = random;
    this.spelling = spelling;
    this.feed = feed;
    this.rhythm = new DailyCallPattern(company);
    company.managers().forEach(manager -> phones.put(manager, new Phone(manager)));
  }

  SimulatedCompany company() {
    return company;
  }

  EventQueue events() {
    return events;
  }

  RandomSource random() {
    return random;
  }

  FieldSpelling spelling() {
    return spelling;
  }

  NotificationFeed feed() {
    return feed;
  }

  DailyCallPattern rhythm() {
    return rhythm;
  }

  List<SimulatedCall> calls() {
    return calls;
  }

  void ended(SimulatedCall call) {
    calls.add(call);
    String customer = call.customer();
    if (customer != null && call.isContactAt(Instant.MAX)) {
      contacts.merge(customer, call.startedAt(), (a, b) -> a.isAfter(b) ? a : b);
    }
  }

  /** Whether somebody has talked with the customer in a call that started after the instant. */
  boolean wasReached(String customer, Instant since) {
    return contacts.getOrDefault(customer, Instant.MIN).isAfter(since);
  }

  Phone phone(Manager manager) {
    return requireNonNull(phones.get(manager), manager.name());
  }

  List<Phone> phones(Line line) {
    return company.managersOf(line).stream().map(this::phone).toList();
  }

  RingReaction reaction(Phone phone, Instant at) {
    return phone.reaction(at, rhythm.inattention(at), random);
  }

  /** An identifier in the exchange's form: seconds of the epoch, a point, a number. */
  String nextPbxId(Instant at) {
    return at.getEpochSecond() + "." + ++lastCall;
  }
}
