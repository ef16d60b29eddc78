package calltally.app.service;

import ch.qos.logback.classic.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a command has open and closes, last first: at its end, or when the process is told to end by
 * a signal, whichever comes first.
 */
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

  /** Of a command that a signal breaks off: the exit code tells so. */
  public static Shutdown ofCommand() {
    return new Shutdown(() -> {});
  }

  /** Of a service: a signal is the usual way to end it, and it ends well. */
  public static Shutdown ofService() {
    return new Shutdown(() -> Runtime.getRuntime().halt(ENDED_WELL));
  }

  /** Whether the process was told to end: what fails from now on is of no interest. */
  public static boolean isInProgress() {
    return inProgress;
  }

  /** Closes it too, before all that is open already. */
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

  /** What they were doing is broken off: that it failed is no news. */
  private static void silenceLibraries() {
    ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME))
        .setLevel(Level.OFF);
  }

  private synchronized void closeAll() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        LOG.warn("{} could not be closed", e.toString());
      }
    }
  }
}
