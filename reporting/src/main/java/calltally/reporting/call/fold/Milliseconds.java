package calltally.reporting.call.fold;

import java.time.Duration;

/** The precision in which waits, talks and rings are stored and compared: milliseconds, half up. */
public final class Milliseconds {

  private static final int HALF = 500_000;

  private Milliseconds() {}

  public static Duration of(Duration exact) {
    return Duration.ofMillis(exact.plusNanos(HALF).toMillis());
  }
}
