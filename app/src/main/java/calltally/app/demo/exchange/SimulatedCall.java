package calltally.app.demo.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call as it really happened.
 *
 * @param customer the outside number; null when withheld
 * @param dialled the number that an incoming call dialled; null for an outgoing call
 * @param manager who answered the incoming or placed the outgoing call, by name; null when nobody
 *     did
 * @param answeredAt null when it was not answered
 * @param rings in an incoming call, in order
 */
record SimulatedCall(
    String pbxId,
    CallDirection direction,
    @Nullable String customer,
    @Nullable String dialled,
    @Nullable String manager,
    Instant startedAt,
    @Nullable Instant answeredAt,
    Instant endedAt,
    List<SimulatedRing> rings) {

  /** The product's default, written again: a truth that asked the product would prove nothing. */
  private static final Duration SHORT_CALL_LIMIT = Duration.ofSeconds(5);

  public SimulatedCall {
    rings = List.copyOf(rings);
  }

  public boolean isIncoming() {
    return direction == CallDirection.INCOMING;
  }

  public boolean isAnswered() {
    return answeredAt != null;
  }

  /** Whether it is an incoming call that nobody answered. */
  public boolean isMissed() {
    return isIncoming() && !isAnswered();
  }

  /** Whether it was missed with a wait below the short-call limit. */
  public boolean isShort() {
    return isMissed() && Duration.between(startedAt, endedAt).compareTo(SHORT_CALL_LIMIT) < 0;
  }

  /** Why it was missed; empty when it was not. */
  public Optional<SimulatedMissedReason> missedReason() {
    return isMissed() ? Optional.of(reason()) : Optional.empty();
  }

  public LocalDate localDate(ZoneId zone) {
    return LocalDate.ofInstant(startedAt, zone);
  }

  private SimulatedMissedReason reason() {
    if (had(RingOutcome.CALLER_GAVE_UP)) {
      return SimulatedMissedReason.CALLER_GAVE_UP;
    }
    if (had(RingOutcome.NO_ANSWER)) {
      return SimulatedMissedReason.NO_ANSWER;
    }
    if (had(RingOutcome.BUSY)) {
      return SimulatedMissedReason.BUSY;
    }
    return rings.isEmpty() ? SimulatedMissedReason.NOT_OFFERED : SimulatedMissedReason.UNAVAILABLE;
  }

  private boolean had(RingOutcome outcome) {
    return rings.stream().anyMatch(ring -> ring.outcome() == outcome);
  }
}
