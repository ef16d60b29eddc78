package calltally.app.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A container of the image that {@code ./dev image} builds, with a read-only root and its volume in
 * a folder. It shares the network of this machine, and the limits are written out, because not
 * every kernel permits what podman would do otherwise.
 */
final class Container implements AutoCloseable {

  static final String IMAGE = "localhost/calltally:latest";

  private static final Duration START = Duration.ofMinutes(3);
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/notify/\\S+");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String name;
  private final int port;

  private Container(String name, int port) {
    this.name = name;
    this.port = port;
  }

  /**
   * Starts a container as a user with that number; returns when it is ready.
   *
   * @param volume made if it does not exist, and given to the user
   * @param options further ones of {@code podman run}
   */
  static Container run(String image, Path volume, int user, String... options) throws Exception {
    assertThat(podman("image", "exists", image).exit()).as("./dev image builds it").isZero();
    Files.createDirectories(volume);
    succeed("chown", "-R", user + ":" + user, volume.toString());
    int port = freePort();
    Container container = new Container("calltally-" + port, port);
    List<String> command =
        new ArrayList<>(
            List.of(
                "run --detach --init --read-only --runtime runc --network host".split(" ", -1)));
    command.addAll(List.of("--ulimit", "nofile=16384:16384", "--ulimit", "nproc=16384:16384"));
    command.addAll(List.of("--name", container.name, "--user", user + ":" + user));
    command.addAll(List.of("--volume", volume + ":/var/lib/calltally"));
    command.addAll(List.of("--env", "CALLTALLY_PORT=" + port));
    command.addAll(Arrays.asList(options));
    command.add(image);
    Outcome started = podman(command.toArray(String[]::new));
    assertThat(started.exit()).as(started.errors()).isZero();
    container.awaitReady();
    return container;
  }

  /** Kills all its processes (SIGKILL). */
  void kill() throws Exception {
    assertThat(podman("kill", "--signal", "KILL", name).exit()).isZero();
    podman("wait", name);
  }

  /** Starts it again; returns when it is ready. */
  void startAgain() throws Exception {
    assertThat(podman("start", name).exit()).isZero();
    awaitReady();
  }

  /** Ends it by SIGTERM, and after 10 s by SIGKILL; returns its exit code. */
  int stop() throws Exception {
    podman("stop", "--time", "10", name);
    return Integer.parseInt(
        podman("inspect", "--format", "{{.State.ExitCode}}", name).output().strip());
  }

  /** Whether the image's own check says that it is healthy. */
  boolean isHealthy() throws Exception {
    return podman("healthcheck", "run", name).exit() == 0;
  }

  /** What a command of Calltally in it prints. */
  String calltally(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("exec", name, "calltally"));
    command.addAll(Arrays.asList(arguments));
    Outcome outcome = podman(command.toArray(String[]::new));
    assertThat(outcome.exit()).as(outcome.output() + outcome.errors()).isZero();
    return outcome.output();
  }

  /** Its standard output so far, without its standard error. */
  String log() throws Exception {
    return podman("logs", name).output();
  }

  /** The address for the exchange, which the first start prints. */
  URI address() throws Exception {
    Matcher address = ADDRESS.matcher(log());
    assertThat(address.find()).as(log()).isTrue();
    return URI.create(address.group());
  }

  /** The address for an exchange with that token. */
  URI address(String token) {
    return uri("/notify/" + token);
  }

  int post(URI address, String json) throws Exception {
    return http.send(
            HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  /** Sends a signal, STOP or CONT, to all processes of PostgreSQL. */
  void signalPostgres(String signal) throws Exception {
    String first = podman("inspect", "--format", "{{.State.Pid}}", name).output().strip();
    List<ProcessHandle> postgres =
        ProcessHandle.of(Long.parseLong(first)).stream()
            .flatMap(ProcessHandle::descendants)
            .filter(process -> process.info().command().orElse("").endsWith("postgres"))
            .toList();
    assertThat(postgres).isNotEmpty();
    for (ProcessHandle process : postgres) {
      succeed("kill", "-" + signal, String.valueOf(process.pid()));
    }
  }

  /** Keeps it as another image, as a later version is. */
  void commit(String image) throws Exception {
    assertThat(podman("commit", "--quiet", name, image).exit()).isZero();
  }

  @Override
  public void close() throws IOException {
    try {
      podman("rm", "--force", "--time", "1", name);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady() {
    await()
        .atMost(START)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(health()).as(log()).isEqualTo(200));
  }

  private int health() throws Exception {
    return http.send(
            HttpRequest.newBuilder(uri("/health/ready")).build(), BodyHandlers.discarding())
        .statusCode();
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  static Outcome podman(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("podman"));
    command.addAll(Arrays.asList(arguments));
    return outcome(command);
  }

  private static void succeed(String... command) throws Exception {
    Outcome outcome = outcome(List.of(command));
    assertThat(outcome.exit()).as(outcome.errors()).isZero();
  }

  private static Outcome outcome(List<String> command) throws IOException, InterruptedException {
    Path errors =
        Files.createTempFile(
            "errors",
            ".txt",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Outcome(process.waitFor(), output, Files.readString(errors));
    } finally {
      Files.delete(errors);
    }
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  record Outcome(int exit, String output, String errors) {}
}
