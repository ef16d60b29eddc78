package calltally.ingest.simulation;

import static java.util.Objects.requireNonNull;

import calltally.ingest.simulation.Company.Line;
import calltally.ingest.simulation.Company.Manager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the calls of a week take place: the company, its phones, and what is recorded of them. */
final class Scene {

  private final Company company;
  private final Agenda agenda;
  private final Dice dice;
  private final Dialect dialect;
  private final Wire wire;
  private final DayRhythm rhythm;
  private final Map<Manager, Phone> phones = new LinkedHashMap<>();
  private final List<SimulatedCall> calls = new ArrayList<>();
  private final Map<String, Instant> contacts = new HashMap<>();
  private int lastCall = 100_000;

  Scene(Company company, Agenda agenda, Dice dice, Dialect dialect, Wire wire) {
    this.company = company;
    this.agenda = agenda;
    this.dice = dice;
    this.dialect = dialect;
    this.wire = wire;
    this.rhythm = new DayRhythm(company);
    company.managers().forEach(manager -> phones.put(manager, new Phone(manager)));
  }

  Company company() {
    return company;
  }

  Agenda agenda() {
    return agenda;
  }

  Dice dice() {
    return dice;
  }

  Dialect dialect() {
    return dialect;
  }

  Wire wire() {
    return wire;
  }

  DayRhythm rhythm() {
    return rhythm;
  }

  List<SimulatedCall> calls() {
    return calls;
  }

  void ended(SimulatedCall call) {
    calls.add(call);
    String customer = call.customer();
    if (customer != null && call.isAnswered()) {
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

  Reaction reaction(Phone phone, Instant at) {
    return phone.reaction(at, rhythm.inattention(at), dice);
  }

  /** An identifier in the exchange's form: seconds of the epoch, a point, a number. */
  String nextPbxId(Instant at) {
    return at.getEpochSecond() + "." + ++lastCall;
  }
}
