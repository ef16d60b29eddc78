package calltally.app.demo.exchange;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Call-level figures of a period.
 *
 * @param answeredInTime answered within the service-level threshold
 * @param unfinished incoming calls without an answer and without an end
 * @param missedBy missed calls by reason; has every reason
 * @param shortMissed missed because the caller hung up below the short-call limit
 * @param missedCallers distinct customers with a missed call, without withheld numbers
 * @param connected outgoing calls that were answered
 */
public record CallFigures(
    int incoming,
    int answered,
    int answeredInTime,
    int unfinished,
    Map<SimulatedMissedReason, Integer> missedBy,
    int shortMissed,
    int missedCallers,
    int outgoing,
    int connected) {

  public CallFigures {
    missedBy = Collections.unmodifiableMap(new EnumMap<>(missedBy));
  }

  static CallFigures of(Collection<SimulatedCall> calls) {
    List<SimulatedCall> incoming = calls.stream().filter(SimulatedCall::isIncoming).toList();
    List<SimulatedCall> outgoing = calls.stream().filter(call -> !call.isIncoming()).toList();
    return new CallFigures(
        incoming.size(),
        count(incoming, SimulatedCall::isAnswered),
        count(incoming, SimulatedCall::isInTime),
        count(incoming, SimulatedCall::isUnfinished),
        reasons(incoming),
        count(incoming, SimulatedCall::isShort),
        callers(incoming),
        outgoing.size(),
        count(outgoing, SimulatedCall::isAnswered));
  }

  /** Incoming calls that ended without an answer. */
  public int missed() {
    return missedBy.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static int count(List<SimulatedCall> calls, Predicate<SimulatedCall> which) {
    return (int) calls.stream().filter(which).count();
  }

  private static Map<SimulatedMissedReason, Integer> reasons(List<SimulatedCall> calls) {
    Map<SimulatedMissedReason, Integer> reasons = new EnumMap<>(SimulatedMissedReason.class);
    for (SimulatedMissedReason reason : SimulatedMissedReason.values()) {
      reasons.put(reason, 0);
    }
    calls.stream()
        .flatMap(call -> call.missedReason().stream())
        .forEach(reason -> reasons.merge(reason, 1, Integer::sum));
    return reasons;
  }

  private static int callers(List<SimulatedCall> calls) {
    return (int)
        calls.stream()
            .filter(SimulatedCall::isMissed)
            .map(SimulatedCall::customer)
            .filter(Objects::nonNull)
            .distinct()
            .count();
  }
}
