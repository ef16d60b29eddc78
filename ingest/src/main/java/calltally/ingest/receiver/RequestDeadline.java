package calltally.ingest.receiver;

import java.time.Duration;

/** The time by which a request must be answered. */
final class RequestDeadline {

  /** Time for the body; most of the rest is for the database and the disk. */
  static final Duration FOR_BODY = Duration.ofMillis(600);

  /** The sender gives up after 2 s; we promise 1.5 s. */
  private static final Duration LIMIT = Duration.ofMillis(1400);

  private final long endNanos;

  private RequestDeadline(long endNanos) {
    this.endNanos = endNanos;
  }

  /** Counts from when the head of the request had arrived. */
  static RequestDeadline since(long nanos) {
    return new RequestDeadline(nanos + LIMIT.toNanos());
  }

  Duration timeLeft() {
    return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
  }
}
