package calltally.sql.embedded;

import calltally.sql.DatabaseAddress;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A durable PostgreSQL inside a data folder, shared by all programs that have it open and stopped
 * by the last of them.
 *
 * <p>A server left behind by a killed program is adopted. Whoever opens one closes it in a shutdown
 * hook as well; until {@code open} returns, an ending program cleans up by itself.
 */
public final class EmbeddedCluster implements AutoCloseable {

  private final Path dataFolder;
  private final FolderUse use;
  private final DatabaseAddress address;
  private final Work atTheEnd;
  private boolean closed;

  private EmbeddedCluster(Path dataFolder, FolderUse use, ClusterLogin entrance, Work atTheEnd) {
    this.dataFolder = dataFolder;
    this.use = use;
    this.address = entrance.address();
    this.atTheEnd = atTheEnd;
  }

  /**
   * Enters the cluster of a data folder: the running one or, where none runs, a started one, which
   * is created at first use. Waits minutes if it recovers from a crash.
   *
   * @throws ClusterUnavailable if it could not be started or entered; the message says what to do
   */
  public static EmbeddedCluster open(Path dataFolder) {
    return working(
        dataFolder,
        () -> {
          FolderUse use = FolderUse.of(dataFolder);
          return new EmbeddedCluster(dataFolder, use, use.enter(), use::leave);
        });
  }

  /**
   * Like {@link #open}, and takes the folder for the one service that may work on it.
   *
   * @throws FolderInUse while another service has it
   */
  public static EmbeddedCluster openForService(Path dataFolder) {
    return working(
        dataFolder,
        () -> {
          FolderUse use = FolderUse.of(dataFolder);
          use.reserve();
          return new EmbeddedCluster(dataFolder, use, enterReserved(use), () -> leaveReserved(use));
        });
  }

  /** Whether the data folder has a cluster, running or not. */
  public static boolean existsIn(Path dataFolder) {
    return Files.isDirectory(new ClusterFolder(dataFolder).cluster());
  }

  /** The file that keeps {@link #analystPassword()}. */
  public Path analystPasswordFile() {
    return new ClusterFolder(dataFolder).analystPassword().file();
  }

  /** The password that the role analyst is to have here. */
  public String analystPassword() {
    return working(
        dataFolder, () -> new ClusterFolder(dataFolder).analystPassword().read().orElseThrow());
  }

  /** The database of Calltally, to be entered as the owner of everything in it. */
  public DatabaseAddress address() {
    return address;
  }

  /**
   * Starts PostgreSQL again, at the same address, if it has ended although this cluster is open,
   * and keeps its log short. To be called now and then by whoever has the cluster open for long.
   *
   * @throws ClusterUnavailable if it could not be started; a later call may succeed
   */
  public synchronized void ensureRunning() {
    if (!closed) {
      working(dataFolder, done(use::ensureRunning));
    }
  }

  /**
   * Leaves the cluster and stops PostgreSQL if nobody else uses it. Nothing the second time, but
   * that it waits for the first: a shutdown hook must not return while the program still stops it.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    // An interrupted thread cannot lock files, and the server has to be stopped all the same.
    boolean interrupted = Thread.interrupted();
    try {
      working(dataFolder, done(atTheEnd));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static ClusterLogin enterReserved(FolderUse use) throws IOException {
    try {
      return use.enter();
    } catch (IOException | RuntimeException e) {
      use.release();
      throw e;
    }
  }

  private static void leaveReserved(FolderUse use) throws IOException {
    try {
      use.leave();
    } finally {
      use.release();
    }
  }

  private static <T> T working(Path dataFolder, Result<T> work) {
    try {
      return work.get();
    } catch (AccessDeniedException e) {
      throw new ClusterUnavailable(
          "the data folder could not be used: it belongs to the user who uses it first, was denied"
              + " at "
              + e.getMessage()
              + "; start Calltally as its owner or choose another data folder",
          e);
    } catch (IOException e) {
      throw new ClusterUnavailable(
          "the data folder could not be used: it has to be readable and writable, was "
              + e
              + " ("
              + dataFolder
              + ")",
          e);
    }
  }

  private static Result<Boolean> done(Work work) {
    return () -> {
      work.run();
      return true;
    };
  }

  private interface Result<T> {
    T get() throws IOException;
  }

  private interface Work {
    void run() throws IOException;
  }
}
