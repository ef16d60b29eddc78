package calltally.web.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes requests from the listener to the pages, and their replies back.
 *
 * @param perAddress limit of the requests that one address makes, logged in or not
 * @param isProxy whether an address is a trusted proxy's
 * @param watch notified of every response
 */
public record PageRequests(
    Routes routes, RequestRate perAddress, Predicate<InetAddress> isProxy, PageWatch watch) {

  private static final Logger LOG = LoggerFactory.getLogger(PageRequests.class);
  private static final int LONGEST_FORM = 4 << 10;
  private static final int LONGEST_BODY = 1 << 20;
  private static final int LONGEST_FILE = 32 << 20;
  private static final List<String> METHODS = List.of("GET", "HEAD", "POST");

  Handler<HttpServerRequest> on(Vertx vertx) {
    Workers workers = new Workers(vertx);
    return request -> {
      long start = System.nanoTime();
      request
          .response()
          .endHandler(end -> watched(request, Duration.ofNanos(System.nanoTime() - start)));
      answer(request, workers);
    };
  }

  private void watched(HttpServerRequest request, Duration took) {
    String path = request.path() == null ? "/" : request.path();
    watch.answered(routes.route(path), request.response().getStatusCode(), took);
  }

  private void answer(HttpServerRequest request, Workers workers) {
    HttpMessages messages = new HttpMessages(isProxy);
    RequestOrigin origin = messages.origin(request);
    int refused = refusal(request, origin);
    if (refused > 0) {
      send(request, PageReply.text(refused, ""));
      return;
    }
    Future<Buffer> body =
        request.method().name().equals("POST")
            ? new LimitedBody(request, LONGEST_FORM).read()
            : Future.succeededFuture(Buffer.buffer());
    body.compose(form -> workers.answer(routes, messages.request(request, form, origin)))
        .onComplete(reply -> send(request, reply), failure -> send(request, failed(failure)));
  }

  /** The status by which the request is refused from its head alone; 0 when it is not. */
  private int refusal(HttpServerRequest request, RequestOrigin origin) {
    if (!origin.isAllowed()) {
      return 403;
    }
    if (!METHODS.contains(request.method().name())) {
      return 405;
    }
    return perAddress.allows(origin.address().getHostAddress()) ? 0 : 429;
  }

  private static PageReply failed(Throwable failure) {
    if (failure instanceof RefusedRequest refused) {
      return PageReply.text(refused.status(), "");
    }
    LOG.warn("a page could not be answered", failure);
    return PageReply.text(500, "");
  }

  private static void send(HttpServerRequest request, PageReply reply) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    Buffer body = reply.body();
    int longest = reply.isFile() ? LONGEST_FILE : LONGEST_BODY;
    if (body.length() > longest) {
      LOG.warn("a page or file is longer than {} bytes and was not sent", longest);
      send(request, PageReply.text(500, ""));
      return;
    }
    response.setStatusCode(reply.status());
    SecurityHeaders.addTo(response.headers());
    reply.headers().forEach(response.headers()::set);
    if (reply.status() != 304) {
      response.putHeader("Content-Type", reply.type());
    }
    if (request.method().name().equals("HEAD")) {
      response.end();
    } else {
      response.end(body);
    }
  }
}
