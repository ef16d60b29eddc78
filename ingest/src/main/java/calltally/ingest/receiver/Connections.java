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
 * The open connections; silent ones are closed after a while.
 *
 * <p>When there are too many, the one silent for longest is closed, so that a new one is always
 * accepted.
 */
final class Connections {

  /** Far more than exchanges and proxies open, and below the system's limit of open files. */
  private static final int MOST = 4000;

  /** Time for the head of the first request, however slowly it trickles in. */
  private static final Duration FIRST_WORD = Duration.ofSeconds(5);

  /** Silence between two requests; proxies close idle connections after 60 s or less. */
  private static final Duration SILENCE = Duration.ofSeconds(75);

  private static final long SWEEP_MILLIS = 1000;

  private final Map<HttpConnection, ConnectionState> states = new LinkedHashMap<>();

  /** Starts closing silent connections. */
  void watch(Vertx vertx) {
    vertx.setPeriodic(SWEEP_MILLIS, timer -> sweep(System.nanoTime()));
  }

  void add(HttpConnection connection) {
    connection.closeHandler(closed -> remove(connection));
    if (enter(connection) > MOST) {
      makeWay();
    }
  }

  /** Records the start and the end of a request on its connection. */
  void serve(HttpServerRequest request, ResponseEndHook answered) {
    HttpConnection connection = request.connection();
    begin(connection);
    answered.then(() -> end(connection, System.nanoTime()));
  }

  private synchronized int enter(HttpConnection connection) {
    states.put(connection, new ConnectionState(System.nanoTime()));
    return states.size();
  }

  private synchronized void remove(HttpConnection connection) {
    states.remove(connection);
  }

  private synchronized void begin(HttpConnection connection) {
    ConnectionState state = states.get(connection);
    if (state != null) {
      state.requests++;
    }
  }

  /** Keeps the map sorted by silence: the connection just answered goes to the end. */
  private synchronized void end(HttpConnection connection, long now) {
    ConnectionState state = states.remove(connection);
    if (state != null) {
      state.requests--;
      state.silentSince = now;
      state.limit = SILENCE;
      states.put(connection, state);
    }
  }

  private void makeWay() {
    close(silent(state -> true).stream().limit(1).toList());
  }

  private void sweep(long now) {
    close(silent(state -> now - state.silentSince > state.limit.toNanos()));
  }

  private synchronized List<HttpConnection> silent(Predicate<ConnectionState> which) {
    List<HttpConnection> silent = new ArrayList<>();
    states.forEach(
        (connection, state) -> {
          if (state.requests == 0 && which.test(state)) {
            silent.add(connection);
          }
        });
    return silent;
  }

  private static void close(List<HttpConnection> connections) {
    connections.forEach(HttpConnection::close);
  }

  /** The state of a connection. */
  private static final class ConnectionState {

    private int requests;
    private long silentSince;
    private Duration limit = FIRST_WORD;

    private ConnectionState(long now) {
      silentSince = now;
    }
  }
}
