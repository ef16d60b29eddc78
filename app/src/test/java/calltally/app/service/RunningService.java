package calltally.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calltally.app.Main;
import calltally.app.testing.CommandProcess;
import calltally.app.testing.TestConsole;
import calltally.sql.testing.ChildJvm;
import calltally.sql.testing.MigratedFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A service in its own process, which tests can kill, with its PostgreSQL. */
final class RunningService {

  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  static final String TOKEN = "a-token-of-twenty-two";

  private final Path folder;
  private final Map<String, String> environment;
  private final int port;
  private Process process;

  /**
   * Starts the service.
   *
   * @param database a line of the configuration; blank for the embedded one
   */
  RunningService(Path folder, String database) throws IOException {
    this(folder, database, Map.of());
  }

  /** Starts the service with additional environment variables. */
  RunningService(Path folder, String database, Map<String, String> environment) throws IOException {
    this.folder = folder;
    this.environment = environment;
    this.port = freePort();
    String yaml =
        """
        http: {port: %d}
        spool: {size: 64MiB}
        %s
        sources: [{name: main, zone: Europe/Minsk, region: BY, tokens: [%s]}]
        """;
    Files.writeString(folder.resolve("calltally.yaml"), yaml.formatted(port, database, TOKEN));
    if (database.isBlank()) {
      MigratedFolder.copyTo(folder.resolve("data"));
    }
    process = start();
  }

  int port() {
    return port;
  }

  /** Kills the process (SIGKILL). */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Restarts the process; returns when it receives. */
  void startAgain() throws IOException {
    process = start();
  }

  /** Ends the process as a service manager does (SIGTERM). */
  int end() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  /** Kills PostgreSQL's first process, without which the others end. */
  void killPostgres() throws IOException {
    run("kill", "-KILL", String.valueOf(postmaster()));
  }

  /** Sends a signal, STOP or CONT, to all processes of PostgreSQL. */
  void signalPostgres(String signal) throws IOException {
    for (long pid : postgres()) {
      run("kill", "-" + signal, String.valueOf(pid));
    }
  }

  /** Limits the size of the receiver's files, as if its disk were full. */
  void limitFiles(String size) throws IOException {
    run("prlimit", "--pid", String.valueOf(process.pid()), "--fsize=" + size + ":unlimited");
  }

  /** The number of spool files that wait for the database. */
  long spooled() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("data/spool"))) {
      return files.filter(file -> file.toString().endsWith(".spool")).count();
    }
  }

  /** Returns when the spool has any files, or none. */
  void awaitSpooled(boolean any) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (spooled() > 0 != any) {
      assertThat(System.nanoTime() - end).as(log()).isNegative();
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
  }

  List<String> query(String sql) {
    TestConsole console = new TestConsole(folder);
    assertThat(console.run("sql", "--csv", "--limit", "1000000", sql)).as(console.err()).isZero();
    return console.out().lines().skip(1).toList();
  }

  void refresh() {
    TestConsole console = new TestConsole(folder);
    assertThat(console.run("refresh")).as(console.err()).isZero();
  }

  String log() throws IOException {
    return Files.readString(folder.resolve("serve.log"));
  }

  void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private Process start() throws IOException {
    ProcessBuilder serve =
        new ProcessBuilder(ChildJvm.command(CommandProcess.OPTIONS, Main.class, "serve"))
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("serve.log").toFile()));
    serve.environment().putAll(environment);
    Process started = serve.start();
    assertThat(started.inputReader().readLine()).as(log()).startsWith("Receiving at ");
    return started;
  }

  private List<Long> postgres() throws IOException {
    long postmaster = postmaster();
    return Stream.concat(
            Stream.of(postmaster),
            ProcessHandle.of(postmaster).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid))
        .toList();
  }

  /** The postmaster's pid; waits if PostgreSQL has ended, as the service restarts it. */
  private long postmaster() throws IOException {
    Path file = folder.resolve("data/postgresql/cluster/postmaster.pid");
    await().atMost(TIMEOUT).until(() -> Files.exists(file) && Files.size(file) > 0);
    return Long.parseLong(Files.readAllLines(file).get(0).strip());
  }

  private static void run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
