package calltally.sql.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL server of one folder: adopted if running, else started; and stopped.
 *
 * <p>Callers that open or stop it hold the folder's decision lock.
 */
final class Server {

  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  /** A start takes a second; only a recovery or a busy machine takes longer. */
  private static final Duration START_LIMIT = Duration.ofSeconds(10);

  private static final Duration FORK_LIMIT = Duration.ofSeconds(2);

  private final ClusterFolder folder;
  private final PostgresBinaries binaries;
  private final ServerUser account;
  private final PgCtl pgCtl;
  private final ServerLog serverLog;
  private volatile boolean starting;
  private volatile boolean ending;

  Server(ClusterFolder folder, PostgresBinaries binaries, ServerUser account) {
    this.folder = folder;
    this.binaries = binaries;
    this.account = account;
    this.pgCtl = new PgCtl(folder, binaries, account);
    this.serverLog = ServerLog.of(folder);
  }

  /**
   * Adopts or starts it, on its usual port or on another when that one is taken.
   *
   * @throws ClusterRecovering if it takes no logins within seconds; it goes on with its recovery
   */
  ClusterLogin open() throws IOException {
    return open(() -> ServerPort.keptOrOther(folder.port()));
  }

  /** Like {@link #open()}, on the port that its users know. */
  ClusterLogin reopen(ClusterLogin known) throws IOException {
    return open(() -> ServerPort.requireFree(known.port()));
  }

  boolean lives() throws IOException {
    return postmaster().isPresent();
  }

  /** Waits while it recovers; stops it if this program started it and must end. */
  void awaitRecovery(Duration limit) throws IOException {
    StopOnShutdown guard = new StopOnShutdown(this::abandonStart);
    try {
      Optional<Boolean> unused =
          Polling.within(limit, () -> isStartingUp() ? Optional.empty() : Optional.of(true));
    } finally {
      guard.close();
    }
  }

  boolean isStartingUp() throws IOException {
    return postmaster().filter(Postmaster::isStartingUp).isPresent();
  }

  void pruneLog() throws IOException {
    serverLog.prune();
  }

  /** Stops it if it runs: connections end, committed data stays. */
  void stop() throws IOException {
    if (!lives()) {
      return;
    }
    if (!pgCtl.stop().succeeded() && lives()) {
      SystemCommand.Outcome outcome = pgCtl.abort();
      if (!outcome.succeeded() && lives()) {
        throw new ClusterUnavailable("not_stopped", folder.path(), outcome.output());
      }
    }
    LOG.info("PostgreSQL stopped in {}", folder.path());
  }

  private ClusterLogin open(PortChoice choice) throws IOException {
    folder.requireMajorVersion(binaries.majorVersion());
    StopOnShutdown guard = new StopOnShutdown(this::abandonStart);
    try {
      ClusterLogin login =
          Polling.within(START_LIMIT, () -> entrance(choice)).orElseThrow(this::stillStarting);
      starting = false;
      return login;
    } catch (ClusterRecovering e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      starting = false;
      throw e;
    } finally {
      guard.close();
    }
  }

  private Optional<ClusterLogin> entrance(PortChoice choice) throws IOException {
    if (!lives()) {
      start(choice);
    }
    Optional<Postmaster> postmaster = postmaster();
    if (postmaster.isEmpty() || postmaster.get().isStartingUp()) {
      return Optional.empty();
    }
    ClusterLogin entrance = login(postmaster.get());
    return entrance.admits() ? Optional.of(entrance) : Optional.empty();
  }

  private ClusterLogin login(Postmaster postmaster) throws IOException {
    return new ClusterLogin(postmaster.port(), folder.requirePassword(), ownerPassword());
  }

  private String ownerPassword() throws IOException {
    NewCluster.keepPassword(folder.ownerPassword());
    return folder.ownerPassword().read().orElseThrow();
  }

  private void start(PortChoice choice) throws IOException {
    if (!Files.isDirectory(folder.cluster())) {
      new NewCluster(folder, binaries.in(folder), account).create();
    }
    int port = choice.port();
    ServerSettings.write(folder.cluster(), port);
    serverLog.forgetBeginning();
    Postmaster.removeRemnantIn(folder.cluster());
    account.handOver(folder);
    requireNotEnding();
    starting = true;
    if (pgCtl.start(START_LIMIT).succeeded()) {
      LOG.info("PostgreSQL {} started on port {} in {}", binaries.version(), port, folder.path());
      folder.tidy(binaries::supersedes);
      serverLog.prune();
    } else if (!mayPass(port)) {
      throw notStarted();
    }
  }

  /** Whether a retry may succeed: another process was faster, or a killed server lingers. */
  private boolean mayPass(int port) throws IOException {
    return lives()
        || !ServerPort.isFree(port)
        || serverLog.beganWith("pre-existing shared memory block");
  }

  private ClusterUnavailable notStarted() throws IOException {
    return serverLog
        .reasonOfFailure()
        .map(reason -> new ClusterUnavailable("ended", reason, serverLog.folder()))
        .orElseGet(() -> new ClusterUnavailable("ended_silently", serverLog.folder()));
  }

  private void requireNotEnding() {
    if (ending) {
      throw new ClusterUnavailable("ending");
    }
  }

  private void abandonStart() {
    ending = true;
    if (!starting) {
      return;
    }
    try {
      Polling.within(FORK_LIMIT, this::postmaster);
      stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Postmaster> postmaster() throws IOException {
    return Postmaster.livingIn(folder.cluster());
  }

  private ClusterUnavailable stillStarting() {
    try {
      Optional<Postmaster> postmaster = postmaster();
      return postmaster.isEmpty()
          ? notStarted()
          : new ClusterRecovering(login(postmaster.get()), serverLog.folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface PortChoice {
    int port() throws IOException;
  }
}
