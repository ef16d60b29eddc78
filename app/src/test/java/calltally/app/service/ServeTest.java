package calltally.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;

import calltally.app.testing.CommandProcess;
import calltally.app.testing.TestConsole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service in its own process. */
final class ServeTest {

  private static final String TOKEN = "a-token-of-twenty-two";
  private static final int POSTERS = 8;
  private static final int STORED_BEFORE_THE_CRASH = 300;

  @TempDir private Path folder;

  private final List<Process> services = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Set<String> answered = ConcurrentHashMap.newKeySet();

  @AfterEach
  void end() {
    services.forEach(Process::destroy);
  }

  @Test
  void everything_answered_before_a_kill_is_stored_after_the_restart() throws Exception {
    int port = configure();
    Process service = serve();
    killAmongPosts(service, port);

    service = serve();

    assertThat(calls()).containsAll(answered).hasSizeGreaterThanOrEqualTo(STORED_BEFORE_THE_CRASH);
    endsWithCode0(service);
  }

  private int configure() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String yaml =
          """
          http: {port: %d}
          sources: [{name: main, zone: Europe/Minsk, region: BY, tokens: [%s]}]
          """;
      Files.writeString(
          folder.resolve("calltally.yaml"), yaml.formatted(socket.getLocalPort(), TOKEN));
      return socket.getLocalPort();
    }
  }

  private void killAmongPosts(Process service, int port) throws InterruptedException {
    CountDownLatch enough = new CountDownLatch(STORED_BEFORE_THE_CRASH);
    AtomicInteger number = new AtomicInteger();
    ExecutorService posters = Executors.newFixedThreadPool(POSTERS);
    for (int poster = 0; poster < POSTERS; poster++) {
      posters.execute(
          () -> {
            while (post(port, "call-" + number.incrementAndGet())) {
              enough.countDown();
            }
          });
    }
    assertThat(enough.await(1, TimeUnit.MINUTES)).isTrue();
    service.destroyForcibly().waitFor();
    posters.shutdown();
    assertThat(posters.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
  }

  /** Whether the notification was answered with 200, so the service is still alive. */
  private boolean post(int port, String pbxId) {
    String query =
        "event=incoming_call_start&caller=%2B375291112233&receiver=%2B375290000001"
            + "&time=2026-11-20T06:00:00Z&pbx_id="
            + pbxId;
    URI address = URI.create("http://127.0.0.1:" + port + "/notify/" + TOKEN + "?" + query);
    try {
      HttpRequest request = HttpRequest.newBuilder(address).build();
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      return status == 200 && answered.add(pbxId);
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  private Set<String> calls() {
    TestConsole console = new TestConsole(folder);
    assertThat(console.run("sql", "--csv", "select pbx_id from analytics.call"))
        .as(console.err())
        .isEqualTo(OK);
    return console.out().lines().collect(Collectors.toSet());
  }

  private void endsWithCode0(Process service) throws InterruptedException {
    service.destroy();

    assertThat(service.waitFor()).isZero();
    assertThat(folder.resolve("data/postgresql/cluster/postmaster.pid")).doesNotExist();
  }

  /** Starts a service; returns when it receives. */
  private Process serve() throws IOException {
    CommandProcess serve = CommandProcess.start(folder, "serve");
    Process process = serve.process();
    services.add(process);
    String line = process.inputReader().readLine();
    assertThat(line).as(serve.errors()).startsWith("Receiving at ");
    return process;
  }
}
