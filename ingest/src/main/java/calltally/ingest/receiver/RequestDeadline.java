package calltally.ingest.receiver;

import java.time.Duration;

/** The moment by which a request must be answered. */
final class RequestDeadline {

  /** What the body may take; most of the rest is for the database and the disk. */
  static final Duration FOR_BODY = Duration.ofMillis(600);

  /** The sender gives up after 2 s; 1.5 s are promised. */
  private static final Duration LIMIT = Duration.ofMillis(1400);

  private final long endNanos;

  private RequestDeadline(long endNanos) {
    this.endNanos = endNanos;
  }

  /** From the moment when the head of the request was there. */
  static RequestDeadline since(long nanos) {
    return new RequestDeadline(nanos + LIMIT.toNanos());
  }

  Duration timeLeft() {
    return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
  }
}
