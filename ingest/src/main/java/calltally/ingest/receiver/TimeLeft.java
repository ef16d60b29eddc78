package calltally.ingest.receiver;

import java.time.Duration;

/** The time until a request has to be answered. */
final class TimeLeft {

  /** The sender gives up after 2 s; 1.5 s are promised. */
  private static final Duration LIMIT = Duration.ofMillis(1300);

  /** What storing may still take after the body has arrived. */
  private static final Duration STORING = Duration.ofMillis(500);

  private final long endNanos;

  private TimeLeft(long endNanos) {
    this.endNanos = endNanos;
  }

  static TimeLeft after(Duration waited) {
    return new TimeLeft(System.nanoTime() + LIMIT.minus(waited).toNanos());
  }

  Duration forAll() {
    return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
  }

  Duration forBody() {
    Duration left = forAll().minus(STORING);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
