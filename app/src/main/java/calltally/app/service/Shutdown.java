package calltally.app.service;

import ch.qos.logback.classic.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes a command's resources, last first, when the command ends or a signal ends the process. */
public final class Shutdown implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

  private static final int ENDED_WELL = 0;
  private static volatile boolean inProgress;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Thread hook;

  private Shutdown(Runnable afterSignal) {
    hook = new Thread(() -> closeOnSignal(afterSignal), "shutdown");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** For a command: a signal aborts it, as its exit code shows. */
  public static Shutdown ofCommand() {
    return new Shutdown(() -> {});
  }

  /** For a service: a signal is the usual way to end it, with exit code 0. */
  public static Shutdown ofService() {
    return new Shutdown(() -> Runtime.getRuntime().halt(ENDED_WELL));
  }

  /** Whether a signal is ending the process, so that failures no longer matter. */
  public static boolean isInProgress() {
    return inProgress;
  }

  /** Registers a resource to be closed before those registered earlier. */
  public synchronized <T extends AutoCloseable> T closing(T resource) {
    open.push(resource);
    return resource;
  }

  @Override
  public void close() {
    closeAll();
    if (!inProgress) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  private void closeOnSignal(Runnable afterwards) {
    inProgress = true;
    silenceLibraries();
    closeAll();
    afterwards.run();
  }

  /** Silences libraries, whose aborted work would only log failures. */
  private static void silenceLibraries() {
    ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME))
        .setLevel(Level.OFF);
  }

  private synchronized void closeAll() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        LOG.warn("cannot close a resource: {}", e.toString());
      }
    }
  }
}
