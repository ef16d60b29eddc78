package calltally.reporting.call.fold;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One ring of one manager within an incoming call, together with its outcome.
 *
 * @param ringTime exact; null when unknown
 */
public record Attempt(Ring ring, AttemptOutcome outcome, @Nullable Duration ringTime) {

  boolean isAnswered() {
    return outcome == AttemptOutcome.ANSWERED;
  }

  @Nullable Instant start() {
    return ring.start();
  }
}
