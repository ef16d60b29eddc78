package calltally.web.frame;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets few queries of figures run at once: the database has other work. */
public final class HeavyQueries {

  private static final long SECONDS_TO_WAIT = 5;

  private final Semaphore permits;

  public HeavyQueries(int atOnce) {
    permits = new Semaphore(atOnce, true);
  }

  /**
   * Runs a query when it is its turn.
   *
   * @throws BusyException when too many others wait
   */
  public <T> T run(Supplier<T> query) {
    if (!isPermitted()) {
      throw new BusyException();
    }
    try {
      return query.get();
    } finally {
      permits.release();
    }
  }

  private boolean isPermitted() {
    try {
      return permits.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
