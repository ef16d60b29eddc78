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
 * <p>A server left behind by a killed program is adopted. Callers of {@code open} close it in a
 * shutdown hook as well; until {@code open} returns, an ending program cleans up by itself.
 */
public final class EmbeddedCluster implements AutoCloseable {

  private final Path dataFolder;
  private final FolderUse use;
  private final ClusterLogin login;
  private final Work atTheEnd;
  private boolean closed;

  private EmbeddedCluster(Path dataFolder, FolderUse use, ClusterLogin entrance, Work atTheEnd) {
    this.dataFolder = dataFolder;
    this.use = use;
    this.login = entrance;
    this.atTheEnd = atTheEnd;
  }

  /**
   * Opens the cluster of a data folder: starts it unless it runs, and creates it at first use.
   * Waits minutes while it recovers from a crash.
   *
   * @throws ClusterUnavailable if it cannot be started or opened; the message says what to do
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
   * Like {@link #open}, and reserves the folder for the one service that may work on it.
   *
   * @throws FolderInUse while another service has it
   */
  public static EmbeddedCluster openForService(Path dataFolder) {
    return openForService(dataFolder, FolderUse::enter);
  }

  /**
   * Like {@link #openForService}, but waits only seconds for a recovery: until {@link
   * #requireReady()} succeeds, its logins may fail.
   */
  public static EmbeddedCluster openRecovering(Path dataFolder) {
    return openForService(dataFolder, FolderUse::enterRecovering);
  }

  private static EmbeddedCluster openForService(Path dataFolder, Entrance entrance) {
    return working(
        dataFolder,
        () -> {
          FolderUse use = FolderUse.of(dataFolder);
          use.reserve();
          return new EmbeddedCluster(
              dataFolder, use, enterReserved(use, entrance), () -> leaveReserved(use));
        });
  }

  /** Whether the data folder has a cluster, running or not. */
  public static boolean existsIn(Path dataFolder) {
    return Files.isDirectory(new ClusterFolder(dataFolder).cluster());
  }

  /** Whether it can be said at all what is in the data folder. */
  public static boolean isReadable(Path dataFolder) {
    return Files.notExists(dataFolder) || Files.isExecutable(dataFolder);
  }

  /** The file that contains {@link #analystPassword()}. */
  public Path analystPasswordFile() {
    return new ClusterFolder(dataFolder).analystPassword().file();
  }

  /** The password for the role analyst. */
  public String analystPassword() {
    return working(
        dataFolder, () -> new ClusterFolder(dataFolder).analystPassword().read().orElseThrow());
  }

  /** The database of Calltally, with a superuser's login: for migrations and backups alone. */
  public DatabaseAddress address() {
    return login.superuser();
  }

  /** The database of Calltally, with the login of its owner, an ordinary role. */
  public DatabaseAddress owner() {
    return login.owner();
  }

  /**
   * Restarts PostgreSQL at the same address if it has ended while this cluster is open, and prunes
   * its log. Long-running programs call it regularly.
   *
   * @throws ClusterUnavailable if it cannot be started; a later call may succeed
   */
  public synchronized void ensureRunning() {
    if (!closed) {
      working(dataFolder, done(use::ensureRunning));
    }
  }

  /**
   * Restarts PostgreSQL if it has ended, and waits seconds until it takes logins.
   *
   * @throws ClusterRecovering while it takes none; a later call may succeed
   */
  public synchronized void requireReady() {
    working(dataFolder, done(use::requireReady));
  }

  /**
   * Leaves the cluster and stops PostgreSQL if no other program uses it. A second call only waits
   * for the first: a shutdown hook must not return while the program is still stopping it.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    // An interrupted thread cannot lock files, but the server must still be stopped.
    boolean interrupted = Thread.interrupted();
    try {
      working(dataFolder, done(atTheEnd));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static ClusterLogin enterReserved(FolderUse use, Entrance entrance) throws IOException {
    try {
      return entrance.through(use);
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

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static <T> T working(Path dataFolder, Result<T> work) {
    try {
      return work.get();
    } catch (AccessDeniedException e) {
      throw new ClusterUnavailable(e, "folder_denied", dataFolder, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new ClusterUnavailable(e, "folder_unusable", dataFolder, reason(e));
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

  private interface Entrance {
    ClusterLogin through(FolderUse use) throws IOException;
  }

  private interface Work {
    void run() throws IOException;
  }
}
