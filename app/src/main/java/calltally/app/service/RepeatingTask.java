package calltally.app.service;

import calltally.app.terminal.ErrorMessage;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task that is attempted again and again, whatever comes of it. It logs when it begins to fail,
 * when it begins to fail in another way, and when it succeeds again.
 */
final class RepeatingTask {

  private static final Logger LOG = LoggerFactory.getLogger(RepeatingTask.class);

  private final String name;
  private final Runnable work;
  private @Nullable String failing;

  /**
   * A task that has not failed yet.
   *
   * @param name what log lines call it
   */
  RepeatingTask(String name, Runnable work) {
    this.name = name;
    this.work = work;
  }

  /**
   * Does the work once.
   *
   * @param isClosing whether a failure is only the consequence of an end that was asked for
   * @throws OutOfMemoryError as the work did: what other threads hold by then is unknown
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
    if (failing != null) {
      LOG.info("{} succeeds again", name);
      failing = null;
    }
  }

  private void failed(Throwable e) {
    String kind = kind(e);
    if (kind.equals(failing)) {
      return;
    }
    failing = kind;
    if (e instanceof Error) {
      LOG.error("{} failed, it is tried again", name, e);
    } else {
      LOG.warn("{} failed, it is tried again: {}", name, ErrorMessage.of(e));
    }
  }

  /** Messages may hold what differs from attempt to attempt, such as a duration. */
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
