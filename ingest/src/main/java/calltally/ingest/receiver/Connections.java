package calltally.ingest.receiver;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Those who are connected. Whoever says nothing for long is cut off; when there are too many, who
 * has been silent longest makes way, so that a new one is let in in any case.
 */
final class Connections {

  /** Far more than exchanges and proxies open, and less than the system's limit of open files. */
  private static final int MOST = 4000;

  /** Time for the head of the first request: who drips it byte by byte gets no more. */
  private static final Duration FIRST_WORD = Duration.ofSeconds(5);

  /** Between two requests; proxies close their own idle connections after 60 s or less. */
  private static final Duration SILENCE = Duration.ofSeconds(75);

  private static final long SWEEP_MILLIS = 1000;

  private final Map<HttpConnection, Visitor> visitors = new LinkedHashMap<>();

  Connections(Vertx vertx) {
    vertx.setPeriodic(SWEEP_MILLIS, timer -> sweep(System.nanoTime()));
  }

  void add(HttpConnection connection) {
    connection.closeHandler(closed -> remove(connection));
    if (enter(connection) > MOST) {
      makeWay();
    }
  }

  /** Notes that a request of the connection has begun, and when it was answered. */
  void serve(HttpServerRequest request, Departure departure) {
    HttpConnection connection = request.connection();
    begin(connection);
    departure.then(() -> end(connection, System.nanoTime()));
  }

  private synchronized int enter(HttpConnection connection) {
    visitors.put(connection, new Visitor(System.nanoTime()));
    return visitors.size();
  }

  private synchronized void remove(HttpConnection connection) {
    visitors.remove(connection);
  }

  private synchronized void begin(HttpConnection connection) {
    Visitor visitor = visitors.get(connection);
    if (visitor != null) {
      visitor.requests++;
    }
  }

  /** The silent ones stay sorted: who has just been answered goes to the end. */
  private synchronized void end(HttpConnection connection, long now) {
    Visitor visitor = visitors.remove(connection);
    if (visitor != null) {
      visitor.requests--;
      visitor.silentSince = now;
      visitor.limit = SILENCE;
      visitors.put(connection, visitor);
    }
  }

  private void makeWay() {
    close(silent(visitor -> true).stream().limit(1).toList());
  }

  private void sweep(long now) {
    close(silent(visitor -> now - visitor.silentSince > visitor.limit.toNanos()));
  }

  private synchronized List<HttpConnection> silent(Predicate<Visitor> which) {
    List<HttpConnection> silent = new ArrayList<>();
    visitors.forEach(
        (connection, visitor) -> {
          if (visitor.requests == 0 && which.test(visitor)) {
            silent.add(connection);
          }
        });
    return silent;
  }

  private static void close(List<HttpConnection> connections) {
    connections.forEach(HttpConnection::close);
  }

  /** Somebody who is connected. */
  private static final class Visitor {

    private int requests;
    private long silentSince;
    private Duration limit = FIRST_WORD;

    private Visitor(long now) {
      silentSince = now;
    }
  }
}
