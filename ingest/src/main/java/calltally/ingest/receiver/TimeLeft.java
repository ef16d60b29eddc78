package calltally.ingest.receiver;

import java.time.Duration;

/** The time until a request has to be answered. */
final class TimeLeft {

  /** What the body may take; most of the rest is for the database and the disk. */
  static final Duration FOR_BODY = Duration.ofMillis(600);

  /** The sender gives up after 2 s; 1.5 s are promised. */
  private static final Duration LIMIT = Duration.ofMillis(1400);

  private final long endNanos;

  private TimeLeft(long endNanos) {
    this.endNanos = endNanos;
  }

  /** From the moment when the head of the request was there. */
  static TimeLeft since(long nanos) {
    return new TimeLeft(nanos + LIMIT.toNanos());
  }

  Duration forAll() {
    return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
  }
}
