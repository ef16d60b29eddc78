package calltally.reporting.call.fold;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One ring of one manager, before its outcome is known.
 *
 * @param number that of its start, else of its end; null when the PBX sent none
 * @param manager whose number it is; two numbers of one manager count as the same
 * @param start null when its start was not received
 * @param end null when its end was not received
 * @param status of its end; null without one
 * @param implied no member notification reports it
 */
public record Ring(
    @Nullable String number,
    @Nullable String manager,
    @Nullable Instant start,
    @Nullable Instant end,
    @Nullable String status,
    boolean implied) {

  /**
   * How far apart the clocks behind one exchange's events may be: start ≤ answer + 1 s, end ≥
   * answer − 1 s.
   */
  static final Duration TOLERANCE = Duration.ofSeconds(1);

  boolean saysAnswer() {
    return "answer".equals(status);
  }

  /** Whether the start is known and at or before the instant, within tolerance. */
  boolean startedBy(Instant answer) {
    return start != null && !start.isAfter(answer.plus(TOLERANCE));
  }

  /** Whether the end is unknown, or at or after the instant, within tolerance. */
  boolean notEndedBefore(Instant answer) {
    return end == null || !end.isBefore(answer.minus(TOLERANCE));
  }

  /** Whether the phone was ringing when the answer came; requires a known start. */
  boolean rangAt(Instant answer) {
    return startedBy(answer) && notEndedBefore(answer);
  }

  /** The instant that orders the attempts of a call: start, else end; null when unknown. */
  @Nullable Instant position() {
    return start != null ? start : end;
  }
}
