package calltally.reporting.report;

import java.time.Instant;
import java.util.Optional;

/** A stretch of time, {@code [from, until)}. */
public record TimeSpan(Instant from, Instant until) {

  public TimeSpan {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "span not possible: it starts before it ends, was " + from + " to " + until);
    }
  }

  /** What of this span lies within {@code other}; empty when nothing does. */
  Optional<TimeSpan> within(TimeSpan other) {
    Instant start = from.isAfter(other.from) ? from : other.from;
    Instant end = until.isBefore(other.until) ? until : other.until;
    return start.isBefore(end) ? Optional.of(new TimeSpan(start, end)) : Optional.empty();
  }
}
