package calltally.reporting.call.fold;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One ring of one manager within an incoming call, together with its outcome.
 *
 * @param ringTime exact; null when unknown
 * @param talk the manager's talk share that its answer begins, in milliseconds; zero without one;
 *     null in a call without talk shares
 * @param transferIn whether it is answered and another manager had answered the call before
 * @param transferOut whether it is answered and another manager answered the call after
 */
public record Attempt(
    Ring ring,
    AttemptOutcome outcome,
    @Nullable Duration ringTime,
    @Nullable Duration talk,
    boolean transferIn,
    boolean transferOut) {

  boolean isAnswered() {
    return outcome == AttemptOutcome.ANSWERED;
  }

  @Nullable Instant start() {
    return ring.start();
  }
}
