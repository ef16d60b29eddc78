package calltally.app.demo.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

/** A small HTTP server that decodes what it is sent and keeps it. */
final class TestReceiver implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final List<Map<String, String>> received =
      Collections.synchronizedList(new ArrayList<>());

  private TestReceiver(HttpServer server) {
    this.server = server;
  }

  /**
   * @param status answers each notification
   */
  static TestReceiver answering(ToIntFunction<Map<String, String>> status) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    TestReceiver receiver = new TestReceiver(server);
    server.createContext("/notify/secret", http -> receiver.receive(http, status));
    server.setExecutor(receiver.threads);
    server.start();
    return receiver;
  }

  URI address() {
    InetSocketAddress at = server.getAddress();
    return URI.create("http://" + at.getHostString() + ":" + at.getPort() + "/notify/secret");
  }

  List<Map<String, String>> received() {
    return received;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }

  private void receive(HttpExchange http, ToIntFunction<Map<String, String>> status)
      throws IOException {
    Map<String, String> fields = decode(http);
    received.add(fields);
    http.sendResponseHeaders(status.applyAsInt(fields), -1);
    http.close();
  }

  private static Map<String, String> decode(HttpExchange http) throws IOException {
    if (http.getRequestMethod().equals("GET")) {
      return SentFields.ofUrlencoded(http.getRequestURI().getRawQuery());
    }
    String body = new String(http.getRequestBody().readAllBytes(), UTF_8);
    return switch (http.getRequestHeaders().getFirst("Content-Type")) {
      case "application/json" -> SentFields.ofJson(body);
      case "application/x-www-form-urlencoded" -> SentFields.ofUrlencoded(body);
      default -> throw new IOException("unexpected content type");
    };
  }
}
