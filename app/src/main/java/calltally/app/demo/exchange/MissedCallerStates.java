package calltally.app.demo.exchange;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Determines the states of missed callers. */
final class MissedCallerStates {

  private static final Comparator<SimulatedCall> BY_START =
      Comparator.comparing(SimulatedCall::startedAt).thenComparing(SimulatedCall::pbxId);

  private MissedCallerStates() {}

  /** By number; knows only the calls that started at the instant or before. */
  static List<MissedCaller> at(Instant instant, Collection<SimulatedCall> calls) {
    Map<String, List<SimulatedCall>> byCustomer =
        calls.stream()
            .filter(call -> call.customer() != null && !call.startedAt().isAfter(instant))
            .sorted(BY_START)
            .collect(groupingBy(call -> String.valueOf(call.customer()), TreeMap::new, toList()));
    return byCustomer.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(SimulatedCall::isMissed))
        .map(entry -> missedCaller(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static MissedCaller missedCaller(String customer, List<SimulatedCall> calls) {
    List<SimulatedCall> missed = calls.stream().filter(SimulatedCall::isMissed).toList();
    Instant lastMissedAt = missed.get(missed.size() - 1).endedAt();
    List<SimulatedCall> later =
        calls.stream().filter(call -> call.startedAt().isAfter(lastMissedAt)).toList();
    return new MissedCaller(customer, missed.size(), lastMissedAt, state(later));
  }

  private static MissedCaller.State state(List<SimulatedCall> later) {
    return later.stream()
        .filter(SimulatedCall::isAnswered)
        .findFirst()
        .map(call -> call.isIncoming() ? MissedCaller.State.CAME_BACK : MissedCaller.State.RETURNED)
        .orElse(later.isEmpty() ? MissedCaller.State.OUTSTANDING : MissedCaller.State.TRIED);
  }
}
