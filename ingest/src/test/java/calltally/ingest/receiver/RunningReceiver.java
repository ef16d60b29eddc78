package calltally.ingest.receiver;

import static calltally.ingest.testing.IngestDatabase.TOKEN;

import calltally.ingest.metrics.Counters;
import calltally.ingest.testing.IngestDatabase;
import calltally.ingest.testing.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** A receiver on its own database, with a client. */
final class RunningReceiver implements AutoCloseable {

  static final String STORED = "{\"status\":\"stored\"}";
  static final String NOTIFY = "/notify/" + TOKEN;
  static final String FORM = "application/x-www-form-urlencoded";
  static final String JSON = "application/json";

  private final IngestDatabase database = new IngestDatabase();
  private final SettableClock clock = new SettableClock("2026-11-20T06:00:01Z");
  private final Counters counters = new Counters();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Receiver receiver;
  private volatile List<String> lateTasks = List.of();

  RunningReceiver() {
    this("select");
  }

  /** Starts one after the owner ran a statement. */
  RunningReceiver(String statement) {
    this(List.of(), Network.LOOPBACK, statement);
  }

  /** Starts one behind proxies, with these readers of metrics. */
  RunningReceiver(List<Network> proxies, List<Network> metricsReaders, String statement) {
    database.sql().execute(statement);
    receiver =
        Receiver.start(
            database.receiver(proxies, metricsReaders),
            database.ingest(),
            clock,
            counters,
            () -> lateTasks);
  }

  /** The tasks that the service says do not work. */
  void setLateTasks(List<String> tasks) {
    lateTasks = tasks;
  }

  Counters counters() {
    return counters;
  }

  IngestDatabase database() {
    return database;
  }

  SettableClock clock() {
    return clock;
  }

  Receiver receiver() {
    return receiver;
  }

  HttpClient client() {
    return client;
  }

  RawHttp raw() {
    return new RawHttp(receiver.port());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String type, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(NOTIFY))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + receiver.port() + path);
  }

  @Override
  public void close() {
    receiver.close();
    database.close();
  }
}
