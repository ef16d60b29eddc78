package calltally.app.demo.exchange;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Determines the states of missed callers at an instant. */
final class MissedCallerStates {

  private static final Duration PRESUMED_MISSED_AFTER = Duration.ofHours(4);
  private static final Comparator<SimulatedCall> BY_ANSWER =
      comparing((SimulatedCall call) -> Objects.requireNonNull(call.answeredAt()))
          .thenComparing(SimulatedCall::pbxId);

  private final Instant judgedAt;

  private MissedCallerStates(Instant judgedAt) {
    this.judgedAt = judgedAt;
  }

  /** By number; knows only what had happened at the instant or before. */
  static List<MissedCaller> at(Instant instant, Collection<SimulatedCall> calls) {
    Map<String, List<SimulatedCall>> byCustomer =
        calls.stream()
            .filter(call -> call.customer() != null && !call.startedAt().isAfter(instant))
            .collect(groupingBy(call -> String.valueOf(call.customer()), TreeMap::new, toList()));
    MissedCallerStates states = new MissedCallerStates(instant);
    return byCustomer.entrySet().stream()
        .flatMap(entry -> states.missedCaller(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Stream<MissedCaller> missedCaller(String customer, List<SimulatedCall> calls) {
    List<Missed> missed =
        calls.stream()
            .flatMap(this::missed)
            .sorted(comparing(Missed::at).thenComparing(Missed::pbxId))
            .toList();
    if (missed.isEmpty()) {
      return Stream.of();
    }
    Instant last = missed.get(missed.size() - 1).at();
    int presumed = (int) missed.stream().filter(Missed::isPresumed).count();
    return Stream.of(
        new MissedCaller(customer, missed.size() - presumed, presumed, last, state(last, calls)));
  }

  private Stream<Missed> missed(SimulatedCall call) {
    if (call.isMissed() && !call.endedAt().isAfter(judgedAt)) {
      return Stream.of(new Missed(call.endedAt(), call.pbxId(), false));
    }
    Instant presumedAt = call.startedAt().plus(PRESUMED_MISSED_AFTER);
    return call.isUnserved() && !presumedAt.isAfter(judgedAt)
        ? Stream.of(new Missed(call.startedAt(), call.pbxId(), true))
        : Stream.of();
  }

  private MissedCaller.State state(Instant missedAt, List<SimulatedCall> calls) {
    List<SimulatedCall> later = calls.stream().filter(call -> follows(missedAt, call)).toList();
    return later.stream()
        .filter(call -> call.isContactAt(judgedAt))
        .min(BY_ANSWER)
        .map(call -> call.isIncoming() ? MissedCaller.State.CAME_BACK : MissedCaller.State.RETURNED)
        .orElse(
            later.stream().allMatch(SimulatedCall::isIncoming)
                ? MissedCaller.State.OUTSTANDING
                : MissedCaller.State.TRIED);
  }

  /** Whether it started then or later, or was answered later: both may have rung at once. */
  private static boolean follows(Instant missedAt, SimulatedCall call) {
    Instant answeredAt = call.answeredAt();
    return !call.startedAt().isBefore(missedAt)
        || (answeredAt != null && answeredAt.isAfter(missedAt));
  }

  private record Missed(Instant at, String pbxId, boolean isPresumed) {}
}
