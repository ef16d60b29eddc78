package calltally.reporting.alarm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A program that receives alarms by HTTP. */
final class WebhookListener implements AutoCloseable {

  /** A message with the headers of its signature, which are empty without one. */
  record Heard(String body, String timestamp, String signature) {}

  final List<Heard> heard = new CopyOnWriteArrayList<>();
  volatile int status = 204;
  private final HttpServer server;

  WebhookListener() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::hear);
    server.start();
  }

  private void hear(HttpExchange exchange) throws IOException {
    try (exchange) {
      heard.add(
          new Heard(
              new String(exchange.getRequestBody().readAllBytes(), UTF_8),
              header(exchange, "X-Webhook-Timestamp"),
              header(exchange, "X-Webhook-Signature")));
      if (status == 302) {
        exchange.getResponseHeaders().add("Location", address().toString());
      }
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  URI address() {
    return URI.create(
        "http://127.0.0.1:%d/alarms?key=secret".formatted(server.getAddress().getPort()));
  }

  /** The messages so far, in the order of their arrival. */
  List<String> states() {
    return heard.stream()
        .map(message -> value(message, "alarm") + " " + value(message, "state"))
        .toList();
  }

  private static String value(Heard message, String name) {
    return message.body().replaceFirst(".*\"" + name + "\":\"([^\"]*)\".*", "$1");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
