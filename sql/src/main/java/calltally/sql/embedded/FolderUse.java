package calltally.sql.embedded;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This program's use of one data folder, shared by all clusters it has open there: file locks
 * belong to the whole JVM.
 *
 * <p>Every process that uses the folder shares the users' lock; a leaving process that can get it
 * exclusively was the last and stops PostgreSQL. Locks of killed processes are released by the
 * operating system, so a server they left behind is found running and adopted.
 */
final class FolderUse {

  private static final Logger LOG = LoggerFactory.getLogger(FolderUse.class);
  private static final Duration RECOVERY_LIMIT = Duration.ofMinutes(5);
  private static final Map<Path, FolderUse> BY_FOLDER = new ConcurrentHashMap<>();

  private final ClusterFolder folder;
  private @Nullable FolderLock serviceLock;
  private @Nullable Stay stay;
  private int users;

  private FolderUse(ClusterFolder folder) {
    this.folder = folder;
  }

  static FolderUse of(Path dataFolder) throws IOException {
    ClusterFolder folder = ClusterFolder.in(dataFolder);
    return BY_FOLDER.computeIfAbsent(folder.data(), data -> new FolderUse(folder));
  }

  /** Reserves the folder for the one service; refused while another has it. */
  synchronized void reserve() throws IOException {
    folder.create();
    // Not even a try while this JVM holds it: closing the failed try would release it.
    Optional<FolderLock> lock =
        serviceLock == null ? FolderLock.tryExclusive(folder.serviceLock()) : Optional.empty();
    if (lock.isEmpty()) {
      throw new FolderInUse(folder.data(), folder.serviceOwner().read().orElse("?"));
    }
    serviceLock = lock.get();
    folder.serviceOwner().write(Long.toString(ProcessHandle.current().pid()));
  }

  synchronized void release() throws IOException {
    if (serviceLock != null) {
      serviceLock.close();
      serviceLock = null;
    }
  }

  /** Registers a use of the server, starts it unless it runs, and waits while it recovers. */
  synchronized ClusterLogin enter() throws IOException {
    return enter(this::awaitRecovery);
  }

  /** The same without waiting: the login may fail until {@link #requireReady()} succeeds. */
  synchronized ClusterLogin enterRecovering() throws IOException {
    return enter((server, recovering) -> recovering.login());
  }

  private ClusterLogin enter(WhileRecovering patience) throws IOException {
    folder.create();
    if (stay == null) {
      stay = begin(patience);
    } else {
      ensureRunning();
    }
    users++;
    return stay.entrance;
  }

  /**
   * Restarts the server if it has ended.
   *
   * @throws ClusterRecovering while it takes no logins
   */
  synchronized void requireReady() throws IOException {
    Stay current = requireNonNull(stay);
    ClusterLogin unused = deciding(() -> current.server.reopen(current.entrance));
  }

  /** Ends one use; the last one of all processes stops the server. */
  synchronized void leave() throws IOException {
    users--;
    if (users == 0) {
      Stay ending = requireNonNull(stay);
      stay = null;
      deciding(() -> end(ending));
    }
  }

  /** Restarts the server on its known port if it has ended. */
  synchronized void ensureRunning() throws IOException {
    if (stay == null) {
      return;
    }
    Stay current = stay;
    current.server.pruneLog();
    if (!current.server.lives()) {
      LOG.warn("PostgreSQL has ended; restarting it in {}", folder.path());
      deciding(() -> current.server.reopen(current.entrance));
    }
  }

  /** Others may decide while this program waits for a recovery. */
  private Stay begin(WhileRecovering patience) throws IOException {
    Server server = new Server(folder, PostgresBinaries.ofThisMachine(), ServerUser.of(folder));
    FolderLock usersLock = deciding(() -> FolderLock.shared(folder.usersLock()));
    try {
      return new Stay(server, open(server, patience), usersLock);
    } catch (IOException | RuntimeException e) {
      abandon(server, usersLock);
      throw e;
    }
  }

  private ClusterLogin open(Server server, WhileRecovering patience) throws IOException {
    try {
      return open(server);
    } catch (ClusterRecovering e) {
      LOG.warn(
          "PostgreSQL takes no logins yet, as it recovers from a crash; its log is in {}",
          folder.cluster().resolve("log"));
      return patience.login(server, e);
    }
  }

  private ClusterLogin open(Server server) throws IOException {
    return deciding(
        () -> {
          NewCluster.keepPassword(folder.analystPassword());
          return server.open();
        });
  }

  private ClusterLogin awaitRecovery(Server server, ClusterRecovering recovering)
      throws IOException {
    long start = System.nanoTime();
    ClusterRecovering last = recovering;
    Duration left = RECOVERY_LIMIT;
    while (!left.isNegative()) {
      server.awaitRecovery(left);
      try {
        return open(server);
      } catch (ClusterRecovering e) {
        last = e;
        left = RECOVERY_LIMIT.minusNanos(System.nanoTime() - start);
      }
    }
    throw last;
  }

  private void abandon(Server server, FolderLock usersLock) throws IOException {
    usersLock.close();
    // An interrupted thread cannot lock files, but the server must still be stopped.
    boolean interrupted = Thread.interrupted();
    try {
      if (!server.isStartingUp()) {
        boolean unused = deciding(() -> stopIfUnused(server));
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Stay end(Stay ending) throws IOException {
    ending.usersLock.close();
    boolean unused = stopIfUnused(ending.server);
    return ending;
  }

  /** Whether nobody else uses the server, which is stopped then. */
  private boolean stopIfUnused(Server server) throws IOException {
    Optional<FolderLock> alone = FolderLock.tryExclusive(folder.usersLock());
    if (alone.isPresent()) {
      try {
        server.stop();
      } finally {
        alone.get().close();
      }
    }
    return alone.isPresent();
  }

  private <T> T deciding(Decision<T> decision) throws IOException {
    FolderLock lock = FolderLock.exclusive(folder.decisionLock());
    try {
      return decision.make();
    } finally {
      lock.close();
    }
  }

  private record Stay(Server server, ClusterLogin entrance, FolderLock usersLock) {}

  private interface Decision<T> {
    T make() throws IOException;
  }

  /** What to do about a server that takes no logins yet. */
  private interface WhileRecovering {
    ClusterLogin login(Server server, ClusterRecovering recovering) throws IOException;
  }
}
