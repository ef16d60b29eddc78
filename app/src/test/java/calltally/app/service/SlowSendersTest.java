package calltally.app.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hundreds of senders that send a byte now and then, at the nginx of docs/operation.md. */
@Tag("systems")
final class SlowSendersTest {

  private static final int SLOW = 300;
  private static final int HEALTHY = 4;
  private static final int SENT_SLOWLY = 100;
  private static final int CALLS_OF_EACH = 100;

  /** The exchange gives up then. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration PATIENCE_OF_SLOW = Duration.ofMinutes(1);
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir private Path folder;

  private final List<AutoCloseable> open = new ArrayList<>();
  private RunningService service;
  private SSLContext trusting;
  private int port;

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void healthy_senders_are_answered_in_time_and_everything_answered_is_stored_once()
      throws Exception {
    List<Socket> slow = new ArrayList<>();
    for (int sender = 0; sender < SLOW; sender++) {
      slow.add(connected(PATIENCE_OF_SLOW));
    }
    List<String> bodies = bodies();
    CountDownLatch othersAreDone = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(HEALTHY + 1);
    Future<?> dripping = threads.submit(() -> drip(slow, bodies, othersAreDone));
    List<Future<Integer>> healthy = new ArrayList<>();
    for (int sender = 0; sender < HEALTHY; sender++) {
      healthy.add(threads.submit(healthy(sender)));
    }

    for (Future<Integer> sender : healthy) {
      assertThat(sender.get()).isEqualTo(CALLS_OF_EACH);
    }
    othersAreDone.countDown();
    dripping.get();
    threads.shutdown();
    for (Socket sender : slow) {
      assertThat(answer(sender)).isEqualTo("HTTP/1.1 200 OK");
      sender.close();
    }

    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () ->
                assertThat(
                        service.query(
                            "select count(*), count(distinct pbx_id) from analytics.call"))
                    .containsExactly("%1$d,%1$d".formatted(SLOW + HEALTHY * CALLS_OF_EACH)));
  }

  @BeforeEach
  void start() throws Exception {
    service = new RunningService(folder, "");
    open.add(service::close);
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    WebProxy proxy = WebProxy.receiver(folder, port, service.port());
    open.add(0, proxy);
    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> proxy.get("127.0.0.1", "/").contains("404"));
    trusting = trusting(folder.resolve("calls.pem"));
  }

  private static SSLContext trusting(Path certificate) throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (var in = Files.newInputStream(certificate)) {
      trusted.setCertificateEntry(
          "proxy", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private Socket connected(Duration patience) throws IOException {
    Socket socket =
        trusting.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
    return socket;
  }

  private static List<String> bodies() {
    List<String> bodies = new ArrayList<>();
    for (int sender = 0; sender < SLOW; sender++) {
      bodies.add(request("slow-" + sender));
    }
    return bodies;
  }

  private static String request(String pbxId) {
    String body =
        "event=incoming_call_start&time=2026-11-20T06:00:00Z&caller=%2B375291112233&pbx_id="
            + pbxId;
    return """
        POST /notify/%s HTTP/1.1\r
        Host: %s\r
        Content-Type: application/x-www-form-urlencoded\r
        Content-Length: %d\r
        \r
        %s"""
        .formatted(RunningService.TOKEN, WebProxy.HOST, body.length(), body);
  }

  /** Sends a byte of each request in turn; the rest when the others are done. */
  private static Void drip(
      List<Socket> senders, List<String> requests, CountDownLatch othersAreDone) throws Exception {
    for (int sent = 0; sent < SENT_SLOWLY; sent++) {
      for (int sender = 0; sender < senders.size(); sender++) {
        send(senders.get(sender), requests.get(sender).substring(sent, sent + 1));
      }
    }
    othersAreDone.await();
    for (int sender = 0; sender < senders.size(); sender++) {
      send(senders.get(sender), requests.get(sender).substring(SENT_SLOWLY));
    }
    return null;
  }

  private Callable<Integer> healthy(int sender) {
    return () -> {
      int answered = 0;
      for (int call = 0; call < CALLS_OF_EACH; call++) {
        try (Socket socket = connected(PATIENCE)) {
          send(socket, request("healthy-%d-%d".formatted(sender, call)));
          answered += answer(socket).equals("HTTP/1.1 200 OK") ? 1 : 0;
        }
      }
      return answered;
    };
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
    socket.getOutputStream().flush();
  }

  private static String answer(Socket socket) throws IOException {
    return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
  }
}
