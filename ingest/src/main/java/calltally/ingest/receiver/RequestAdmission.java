package calltally.ingest.receiver;

import calltally.ingest.request.NotifyRequest;
import calltally.ingest.request.ReceivedBody;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Admits requests once they are there completely, so that slow ones hold no thread. */
final class RequestAdmission {

  private static final Pattern BROKEN =
      Pattern.compile("%(?!\\p{XDigit}{2})|/(?i:\\.|%2e){1,2}(?:/|$)");

  private final Predicate<String> isKnown;
  private final BooleanSupplier isClosed;
  private final BodyMemory memory = new BodyMemory(48 << 20);
  private final Connections connections = new Connections();

  /**
   * Admission to one server.
   *
   * @param isKnown whether a token is; must not wait for anybody
   * @param isClosed whether no request is admitted any longer
   */
  RequestAdmission(Predicate<String> isKnown, BooleanSupplier isClosed) {
    this.isKnown = isKnown;
    this.isClosed = isClosed;
  }

  /** Begins before the first connection is there. */
  void open(Vertx vertx) {
    connections.watch(vertx);
  }

  void connect(HttpConnection connection) {
    connections.add(connection);
  }

  /** Passes the request to its route; answers it at once where none may have it. */
  void route(HttpServerRequest request, Handler<HttpServerRequest> routes) {
    if (isClosed.getAsBoolean()) {
      refuse(request, Answer.STOPPING);
    } else if (isBroken(request.path())) {
      refuse(request, Answer.NOT_FOUND);
    } else {
      routes.handle(request);
    }
  }

  /** Goes on with the request as soon as it is there completely, or will not be. */
  void admit(HttpServerRequest request, Consumer<NotifyRequest> then) {
    ResponseEndHook answered = begin(request);
    if (isAwaited(request)) {
      new RequestBodyReader(
              request, answered, memory, body -> then.accept(HttpMessages.request(request, body)))
          .read();
      request.resume();
    } else {
      request.resume();
      then.accept(HttpMessages.request(request, ReceivedBody.none(System.nanoTime())));
    }
  }

  private void refuse(HttpServerRequest request, Answer answer) {
    ResponseEndHook unused = begin(request);
    HttpMessages.answer(request, answer);
  }

  private ResponseEndHook begin(HttpServerRequest request) {
    ResponseEndHook answered = ResponseEndHook.of(request.response());
    connections.serve(request, answered);
    return answered;
  }

  /**
   * Whether Vert.x would take the path's broken escape for a fault of the program, would answer in
   * words of its own what is no path, or would walk by dots to a route that a proxy meant to hide.
   */
  private static boolean isBroken(@Nullable String path) {
    return path == null || !path.startsWith("/") || BROKEN.matcher(path).find();
  }

  /** The body of an unknown sender passes unread. */
  private boolean isAwaited(HttpServerRequest request) {
    return request.method().equals(HttpMethod.POST)
        && isKnown.test(HttpMessages.token(request.path()));
  }
}
