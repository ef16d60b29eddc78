package calltally.app.demo.exchange;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a manager did on a local date; exists only if the phone rang or a call was placed.
 *
 * @param rings rings of the phone by outcome; has every outcome
 * @param busyInCall of the busy ones those that found the phone in another call
 * @param calls incoming calls, each counted once
 * @param connected placed calls that were answered
 * @param outgoingTalk the talks of the placed calls
 */
public record ManagerDayTruth(
    LocalDate date,
    String manager,
    Map<RingOutcome, Integer> rings,
    int busyInCall,
    ManagerCalls calls,
    int outgoing,
    int connected,
    Duration outgoingTalk) {

  public ManagerDayTruth {
    rings = Collections.unmodifiableMap(new EnumMap<>(rings));
  }

  static ManagerDayTruth of(
      LocalDate date, String manager, Collection<SimulatedCall> calls, EngagedPhones phones) {
    List<SimulatedCall> placed =
        calls.stream()
            .filter(call -> !call.isIncoming() && manager.equals(call.manager()))
            .toList();
    return new ManagerDayTruth(
        date,
        manager,
        rings(manager, calls),
        busyInCall(manager, calls, phones),
        ManagerCalls.of(manager, calls, phones),
        placed.size(),
        (int) placed.stream().filter(SimulatedCall::isAnswered).count(),
        placed.stream().map(SimulatedCall::talk).reduce(Duration.ZERO, Duration::plus));
  }

  private static Map<RingOutcome, Integer> rings(String manager, Collection<SimulatedCall> calls) {
    Map<RingOutcome, Integer> rings = new EnumMap<>(RingOutcome.class);
    for (RingOutcome outcome : RingOutcome.values()) {
      rings.put(outcome, 0);
    }
    calls.stream()
        .flatMap(call -> call.ringsOf(manager).stream())
        .forEach(ring -> rings.merge(ring.outcome(), 1, Integer::sum));
    return rings;
  }

  private static int busyInCall(
      String manager, Collection<SimulatedCall> calls, EngagedPhones phones) {
    return calls.stream()
        .mapToInt(
            call ->
                (int)
                    call.ringsOf(manager).stream()
                        .filter(ring -> phones.isBusyInCall(call, ring))
                        .count())
        .sum();
  }

  /** All rings of the phone. */
  public int attempts() {
    return rings.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Rings of the phone with an outcome. */
  public int rings(RingOutcome outcome) {
    return Objects.requireNonNull(rings.get(outcome));
  }

  boolean isActive() {
    return attempts() + outgoing > 0;
  }
}
