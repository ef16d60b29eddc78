package calltally.sql.settings;

import java.time.Instant;
import java.util.Optional;

/** A stretch of time, {@code [from, until)}. */
public record TimeSpan(Instant from, Instant until) {

  public TimeSpan {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "cannot make a time span: it must start before it ends (was [%s, %s))"
              .formatted(from, until));
    }
  }

  /** The part of this span within {@code other}; empty when there is none. */
  public Optional<TimeSpan> within(TimeSpan other) {
    Instant start = from.isAfter(other.from) ? from : other.from;
    Instant end = until.isBefore(other.until) ? until : other.until;
    return start.isBefore(end) ? Optional.of(new TimeSpan(start, end)) : Optional.empty();
  }
}
