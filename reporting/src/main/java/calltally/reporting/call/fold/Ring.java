package calltally.reporting.call.fold;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One ring of one manager, before it is judged.
 *
 * @param number that of its start, else of its end; null when the PBX did not tell
 * @param manager who that is: two numbers of one manager are the same
 * @param start null when its start was not received
 * @param end null when its end was not received
 * @param status of its end; null without one
 * @param implied no member notification tells of it
 */
public record Ring(
    @Nullable String number,
    @Nullable String manager,
    @Nullable Instant start,
    @Nullable Instant end,
    @Nullable String status,
    boolean implied) {

  /**
   * How far clocks of one exchange's events may lie apart: start ≤ answer + 1 s, end ≥ answer − 1
   * s.
   */
  static final Duration TOLERANCE = Duration.ofSeconds(1);

  boolean saysAnswer() {
    return "answer".equals(status);
  }

  /** A start is known and lies at or before the instant, with tolerance. */
  boolean startedBy(Instant answer) {
    return start != null && !start.isAfter(answer.plus(TOLERANCE));
  }

  /** No end is known, or it lies at or after the instant, with tolerance. */
  boolean notEndedBefore(Instant answer) {
    return end == null || !end.isBefore(answer.minus(TOLERANCE));
  }

  /** The phone rang when the answer came, as far as the start is known. */
  boolean rangAt(Instant answer) {
    return startedBy(answer) && notEndedBefore(answer);
  }

  /** Where it stands among the attempts of its call: its start, else its end; null when unknown. */
  @Nullable Instant position() {
    return start != null ? start : end;
  }
}
