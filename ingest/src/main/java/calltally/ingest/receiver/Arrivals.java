package calltally.ingest.receiver;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests in when they are there completely, so that slow ones keep no thread from others.
 */
final class Arrivals {

  private static final Pattern BROKEN =
      Pattern.compile("%(?!\\p{XDigit}{2})|/(?i:\\.|%2e){1,2}(?:/|$)");

  private final Vertx vertx;
  private final Predicate<String> isKnown;
  private final BodySpace space = new BodySpace(48 << 20);
  private final BooleanSupplier isClosed;

  /**
   * Arrivals at one server.
   *
   * @param isKnown whether a token is; must not wait for anybody
   * @param isClosed whether nobody is let in any longer
   */
  Arrivals(Vertx vertx, Predicate<String> isKnown, BooleanSupplier isClosed) {
    this.vertx = vertx;
    this.isKnown = isKnown;
    this.isClosed = isClosed;
  }

  void receive(HttpServerRequest request, Departure departure, Handler<HttpServerRequest> routes) {
    if (isClosed.getAsBoolean()) {
      Web.answer(request, Answer.STOPPING);
    } else if (isBroken(request.path())) {
      Web.answer(request, Answer.NOT_FOUND);
    } else if (isAwaited(request)) {
      read(request, departure, routes);
    } else {
      Arrival.withoutBody(System.nanoTime()).enter();
      routes.handle(request);
    }
  }

  /**
   * Of a broken escape Vert.x would think as of a fault of the program, what is no path it would
   * answer in words of its own, and by dots it would walk to a route that a proxy meant to hide.
   */
  private static boolean isBroken(@Nullable String path) {
    return path == null || !path.startsWith("/") || BROKEN.matcher(path).find();
  }

  private void read(
      HttpServerRequest request, Departure departure, Handler<HttpServerRequest> routes) {
    new RequestBody(
            request,
            departure,
            space,
            arrival -> {
              arrival.enter();
              routes.handle(request);
            })
        .read(vertx);
  }

  /** The body of somebody unknown passes unread. */
  private boolean isAwaited(HttpServerRequest request) {
    return request.method().equals(HttpMethod.POST) && isKnown.test(Web.token(request.path()));
  }
}
