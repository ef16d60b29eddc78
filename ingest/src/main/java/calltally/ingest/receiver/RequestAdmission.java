package calltally.ingest.receiver;

import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.ReceivedBody;
import calltally.exchange.request.RequestMethod;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Admits requests once they have arrived completely, so that slow ones block no thread. */
final class RequestAdmission {

  private static final Pattern BROKEN =
      Pattern.compile("%(?!\\p{XDigit}{2})|/(?i:\\.|%2e){1,2}(?:/|$)");

  private final Function<NotifyRequest, Optional<String>> sourceOf;
  private final BooleanSupplier isClosed;
  private final BodyMemory memory = new BodyMemory(48 << 20);
  private final Connections connections = new Connections();

  /**
   * Admits requests to one server.
   *
   * @param sourceOf the name of the source that accepts the request by its head; must not block
   * @param isClosed whether no more requests are admitted
   */
  RequestAdmission(Function<NotifyRequest, Optional<String>> sourceOf, BooleanSupplier isClosed) {
    this.sourceOf = sourceOf;
    this.isClosed = isClosed;
  }

  /** Prepares for the first connection. */
  void open(Vertx vertx) {
    connections.watch(vertx);
  }

  void connect(HttpConnection connection) {
    PiecewiseReading.of(connection);
    connections.add(connection);
  }

  /** Passes the request to its route, or answers it at once if no route may have it. */
  void route(HttpServerRequest request, Handler<HttpServerRequest> routes) {
    if (isClosed.getAsBoolean()) {
      refuse(request, HttpReply.STOPPING);
    } else if (isBroken(request.path())) {
      refuse(request, HttpReply.NOT_FOUND);
    } else {
      routes.handle(request);
    }
  }

  /** Continues with the request once it has arrived completely, or never will. */
  void admit(HttpServerRequest request, Consumer<NotifyRequest> then) {
    ResponseEndHook answered = begin(request);
    NotifyRequest head = HttpMessages.request(request, ReceivedBody.none(System.nanoTime()));
    Optional<String> source = sender(head);
    source.ifPresent(
        name ->
            new RequestBodyReader(
                    request, answered, memory, name, body -> then.accept(head.withBody(body)))
                .read());
    request.resume();
    if (source.isEmpty()) {
      then.accept(head);
    }
  }

  private void refuse(HttpServerRequest request, HttpReply answer) {
    ResponseEndHook unused = begin(request);
    HttpMessages.answer(request, answer);
  }

  private ResponseEndHook begin(HttpServerRequest request) {
    ResponseEndHook answered = ResponseEndHook.of(request.response());
    connections.serve(request, answered);
    return answered;
  }

  /**
   * Whether the path is malformed.
   *
   * <p>Vert.x would treat a broken escape as an internal error and answer other non-paths with its
   * own text; dots could lead to a route that a proxy meant to hide.
   */
  private static boolean isBroken(@Nullable String path) {
    return path == null || !path.startsWith("/") || BROKEN.matcher(path).find();
  }

  /** The source whose body to read; that of an unknown sender, or of a wrong address, is not. */
  private Optional<String> sender(NotifyRequest head) {
    return head.method() == RequestMethod.POST ? sourceOf.apply(head) : Optional.empty();
  }
}
