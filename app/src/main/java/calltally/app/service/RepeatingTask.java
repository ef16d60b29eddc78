package calltally.app.service;

import calltally.app.terminal.ErrorMessage;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task that is repeated whether it fails or not, also in several threads. It logs the first
 * failure, each different kind of failure, and the recovery; it counts every failure.
 */
final class RepeatingTask {

  private static final Logger LOG = LoggerFactory.getLogger(RepeatingTask.class);

  private final String name;
  private final Runnable work;
  private final TaskHealth health;
  private @Nullable String failing;
  private int failures;

  /**
   * A task that has not failed yet.
   *
   * @param name the task's name in log lines, metrics and the readiness
   */
  RepeatingTask(String name, Runnable work, TaskHealth health) {
    this.name = name;
    this.work = work;
    this.health = health;
  }

  /** How many attempts in a row have failed. */
  synchronized int failures() {
    return failures;
  }

  /**
   * Runs the task once.
   *
   * @param isClosing whether a failure merely follows from closing
   * @throws OutOfMemoryError rethrown, as the state of other threads is unknown then
   */
  void attempt(BooleanSupplier isClosing) {
    try {
      work.run();
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      if (!isClosing.getAsBoolean()) {
        failed(e);
      }
      return;
    }
    worked();
  }

  private synchronized void worked() {
    failures = 0;
    health.worked(name);
    if (failing != null) {
      LOG.info("{} works again", name);
      failing = null;
    }
  }

  private synchronized void failed(Throwable e) {
    failures++;
    health.failed(name);
    String kind = kind(e);
    if (kind.equals(failing)) {
      return;
    }
    failing = kind;
    if (e instanceof Error) {
      LOG.error("{} failed and will be retried", name, e);
    } else {
      LOG.warn("{} failed and will be retried: {}", name, ErrorMessage.of(e));
    }
  }

  /** The kind of failure, without the message, which may differ between attempts. */
  private static String kind(Throwable e) {
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String name = deepest.getClass().getName();
    return deepest instanceof SQLException refused ? name + refused.getSQLState() : name;
  }

  @Override
  public String toString() {
    return name;
  }
}
