package calltally.sql.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Looking again and again until there is something to see. */
final class Polling {

  private static final long PAUSE_MILLIS = 50;

  private Polling() {}

  /** What was seen at last; empty when there was nothing to see within the limit. */
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
      throw new ClusterUnavailable(
          "the embedded PostgreSQL could not be awaited: the program was interrupted", e);
    }
  }

  /** One look. */
  interface Look<T> {
    Optional<T> look() throws IOException;
  }
}
