package calltally.sql.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Repeats a check until it finds something. */
final class Polling {

  private static final long PAUSE_MILLIS = 50;

  private Polling() {}

  /** What the check found; empty when it found nothing within the limit. */
  static <T> Optional<T> within(Duration limit, Look<T> look) throws IOException {
    long start = System.nanoTime();
    Optional<T> seen = look.look();
    while (seen.isEmpty() && System.nanoTime() - start < limit.toNanos()) {
      pause();
      seen = look.look();
    }
    return seen;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterUnavailable(e, "interrupted");
    }
  }

  /** One check; empty to repeat it. */
  interface Look<T> {
    Optional<T> look() throws IOException;
  }
}
