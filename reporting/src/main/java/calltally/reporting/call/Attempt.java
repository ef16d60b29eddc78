package calltally.reporting.call;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One ring of one manager within an incoming call, judged.
 *
 * @param ringTime exact; null when unknown
 */
record Attempt(Ring ring, AttemptOutcome outcome, @Nullable Duration ringTime) {

  boolean isAnswered() {
    return outcome == AttemptOutcome.ANSWERED;
  }

  @Nullable Instant start() {
    return ring.start();
  }
}
