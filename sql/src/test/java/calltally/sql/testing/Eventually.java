package calltally.sql.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what other threads and processes do, and leaves them the processor meanwhile. */
public final class Eventually {

  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final Duration MOST = Duration.ofMinutes(3);

  private Eventually() {}

  /**
   * Returns once the condition holds.
   *
   * @throws org.awaitility.core.ConditionTimeoutException if it does not hold within 3 minutes
   */
  public static void until(Callable<Boolean> condition) {
    await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(PAUSE)
        .atMost(MOST)
        .until(condition);
  }
}
