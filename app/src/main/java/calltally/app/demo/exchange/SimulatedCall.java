package calltally.app.demo.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
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
 * @param endIsLost whether the exchange never reports the end
 */
public record SimulatedCall(
    String pbxId,
    CallDirection direction,
    @Nullable String customer,
    @Nullable String dialled,
    @Nullable String manager,
    Instant startedAt,
    @Nullable Instant answeredAt,
    Instant endedAt,
    List<SimulatedRing> rings,
    boolean endIsLost) {

  /** The product's default, written again: a truth that asked the product would prove nothing. */
  private static final Duration SHORT_CALL_LIMIT = Duration.ofSeconds(5);

  private static final Duration LEAST_CONTACT = Duration.ofSeconds(5);
  private static final Duration IN_TIME = Duration.ofSeconds(20);

  public SimulatedCall {
    rings = List.copyOf(rings);
  }

  /** The same call by a clock that has no smaller unit. */
  public SimulatedCall truncatedTo(ChronoUnit unit) {
    return new SimulatedCall(
        pbxId,
        direction,
        customer,
        dialled,
        manager,
        startedAt.truncatedTo(unit),
        answeredAt == null ? null : answeredAt.truncatedTo(unit),
        endedAt.truncatedTo(unit),
        rings.stream().map(ring -> ring.truncatedTo(unit)).toList(),
        endIsLost);
  }

  public boolean isIncoming() {
    return direction == CallDirection.INCOMING;
  }

  public boolean isAnswered() {
    return answeredAt != null;
  }

  /** Whether a customer called and nobody answered. */
  public boolean isUnserved() {
    return isIncoming() && !isAnswered();
  }

  /** Whether it is an incoming call that is known to have ended without an answer. */
  public boolean isMissed() {
    return isUnserved() && !endIsLost;
  }

  /** Whether it is an incoming call without an answer, of which nobody heard that it ended. */
  public boolean isUnfinished() {
    return isUnserved() && endIsLost;
  }

  /** Whether the caller hung up below the short-call limit; what was refused is never short. */
  public boolean isShort() {
    return isMissed()
        && Duration.between(startedAt, endedAt).compareTo(SHORT_CALL_LIMIT) < 0
        && (rings.isEmpty()
            || SimulatedMissedReason.of(rings) == SimulatedMissedReason.CALLER_GAVE_UP);
  }

  /** Whether it was answered within the service-level threshold. */
  public boolean isInTime() {
    return answeredAt != null && Duration.between(startedAt, answeredAt).compareTo(IN_TIME) <= 0;
  }

  /** From the answer to the end; zero without an answer. */
  public Duration talk() {
    return answeredAt == null ? Duration.ZERO : Duration.between(answeredAt, endedAt);
  }

  /** Whether by then it had lasted long enough to reach a person and not only a mailbox. */
  public boolean isContactAt(Instant instant) {
    if (answeredAt == null) {
      return false;
    }
    Instant since = answeredAt.plus(LEAST_CONTACT);
    return !since.isAfter(endedAt) && !since.isAfter(instant);
  }

  /** When the talk ended that a ring began: with the next pick-up, or with the call. */
  public Instant talkedUntil(SimulatedRing pickedUp) {
    return rings.stream()
        .filter(ring -> ring.isAnswered() && ring.to().isAfter(pickedUp.to()))
        .map(SimulatedRing::to)
        .min(Comparator.naturalOrder())
        .orElse(endedAt);
  }

  /** The managers' parts of the talk of an incoming call: each pick-up begins one. */
  List<SimulatedTalk> talks() {
    return SimulatedTalk.of(rings, endedAt);
  }

  boolean hasTalkOf(String manager) {
    return ringsOf(manager).stream().anyMatch(SimulatedRing::isAnswered);
  }

  List<SimulatedRing> ringsOf(String manager) {
    return rings.stream().filter(ring -> ring.manager().equals(manager)).toList();
  }

  /** Why it was missed; empty when it was not. */
  public Optional<SimulatedMissedReason> missedReason() {
    return isMissed() ? Optional.of(SimulatedMissedReason.of(rings)) : Optional.empty();
  }

  public LocalDate localDate(ZoneId zone) {
    return LocalDate.ofInstant(startedAt, zone);
  }
}
