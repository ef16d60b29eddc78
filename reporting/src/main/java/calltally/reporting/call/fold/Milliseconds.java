package calltally.reporting.call.fold;

import java.time.Duration;

/** The precision of stored waits, talks and rings: milliseconds, rounded half up. */
public final class Milliseconds {

  private static final int HALF = 500_000;

  private Milliseconds() {}

  public static Duration of(Duration exact) {
    return Duration.ofMillis(exact.plusNanos(HALF).toMillis());
  }
}
