package calltally.app.demo.exchange;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** When each manager's phone was in use, and by which call. */
final class EngagedPhones {

  /** How far clocks of a phone and the exchange may be apart. */
  private static final Duration TOLERANCE = Duration.ofSeconds(1);

  private final Map<String, List<Use>> uses;

  EngagedPhones(Collection<SimulatedCall> calls) {
    this.uses = calls.stream().flatMap(EngagedPhones::uses).collect(groupingBy(Use::manager));
  }

  /** Whether another call had the phone when this call's ring found it busy. */
  boolean isBusyInCall(SimulatedCall call, SimulatedRing ring) {
    return ring.end().isBusy()
        && uses.getOrDefault(ring.manager(), List.of()).stream()
            .anyMatch(use -> !use.pbxId().equals(call.pbxId()) && use.touches(ring.from()));
  }

  private static Stream<Use> uses(SimulatedCall call) {
    if (!call.isIncoming()) {
      String manager = Objects.requireNonNull(call.manager());
      return Stream.of(new Use(call.pbxId(), manager, call.startedAt(), call.endedAt()));
    }
    return Stream.concat(
        call.rings().stream()
            .filter(ring -> !ring.end().isBusy())
            .map(ring -> new Use(call.pbxId(), ring.manager(), ring.from(), ring.to())),
        call.talks().stream()
            .map(talk -> new Use(call.pbxId(), talk.manager(), talk.from(), talk.until())));
  }

  private record Use(String pbxId, String manager, Instant from, Instant until) {

    boolean touches(Instant at) {
      return !from.isAfter(at.plus(TOLERANCE)) && !until.isBefore(at.minus(TOLERANCE));
    }
  }
}
