package calltally.app.demo.exchange;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a manager did on a local date; exists only if the phone rang or a call was placed.
 *
 * @param rings rings of the phone by outcome; has every outcome
 * @param callsAnswered incoming calls answered
 * @param connected placed calls that were answered
 */
public record ManagerDayTruth(
    LocalDate date,
    String manager,
    Map<RingOutcome, Integer> rings,
    int callsAnswered,
    int outgoing,
    int connected) {

  public ManagerDayTruth {
    rings = Collections.unmodifiableMap(new EnumMap<>(rings));
  }

  static ManagerDayTruth of(LocalDate date, String manager, Collection<SimulatedCall> calls) {
    Map<RingOutcome, Integer> rings = new EnumMap<>(RingOutcome.class);
    for (RingOutcome outcome : RingOutcome.values()) {
      rings.put(outcome, 0);
    }
    calls.stream()
        .flatMap(call -> call.rings().stream())
        .filter(ring -> ring.manager().equals(manager))
        .forEach(ring -> rings.merge(ring.outcome(), 1, Integer::sum));
    CallFigures own =
        CallFigures.of(calls.stream().filter(call -> manager.equals(call.manager())).toList());
    return new ManagerDayTruth(
        date, manager, rings, own.answered(), own.outgoing(), own.connected());
  }

  /** All rings of the phone. */
  public int attempts() {
    return rings.values().stream().mapToInt(Integer::intValue).sum();
  }

  boolean isActive() {
    return attempts() + outgoing > 0;
  }
}
