package calltally.app.demo.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One ring of a manager within an incoming call, as it really happened.
 *
 * @param to when the ring ended; of a ring that was picked up, when the talk began
 */
public record SimulatedRing(String manager, Instant from, Instant to, RingEnd end) {

  /** The product's default, written again: a truth that asked the product would prove nothing. */
  private static final Duration FAIR_RING = Duration.ofSeconds(10);

  RingOutcome outcome() {
    return switch (end) {
      case PICKED_UP -> RingOutcome.ANSWERED;
      case RANG_OUT -> RingOutcome.NO_ANSWER;
      case ENGAGED, DECLINED -> RingOutcome.BUSY;
      case UNREACHABLE -> RingOutcome.UNAVAILABLE;
      case TAKEN -> RingOutcome.TAKEN_BY_ANOTHER;
      case CALLER_HUNG_UP -> wasFair() ? RingOutcome.NO_ANSWER : RingOutcome.CALLER_GAVE_UP;
    };
  }

  SimulatedRing truncatedTo(ChronoUnit unit) {
    return new SimulatedRing(manager, from.truncatedTo(unit), to.truncatedTo(unit), end);
  }

  public boolean isAnswered() {
    return end == RingEnd.PICKED_UP;
  }

  /** Whether it lasted long enough to be answered. */
  private boolean wasFair() {
    return Duration.between(from, to).compareTo(FAIR_RING) >= 0;
  }
}
