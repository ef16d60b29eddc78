package calltally.ingest.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.ingest.request.NotifyRequest;
import calltally.ingest.request.ReceivedBody;
import calltally.ingest.request.RequestHeaders;
import calltally.ingest.request.RequestMethod;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URLDecoder;
import org.jspecify.annotations.Nullable;

/** Converts HTTP requests into values, and answers into HTTP responses. */
final class HttpMessages {

  private static final String NOTIFY = "/notify/";

  private HttpMessages() {}

  /** The parts of a request that are used; no others have any effect. */
  static NotifyRequest request(HttpServerRequest request, ReceivedBody body) {
    return new NotifyRequest(
        RequestMethod.ofHttp(request.method().name()),
        request.remoteAddress().hostAddress(),
        token(request.path()),
        request.query(),
        headers(request),
        body);
  }

  static void answer(HttpServerRequest request, HttpReply answer) {
    HttpServerResponse response = request.response().setStatusCode(answer.status());
    response.headers().addAll(answer.headers());
    response.putHeader("Content-Type", answer.type());
    if (request.method().equals(HttpMethod.HEAD)) {
      // Vert.x sets it only for a text that is sent.
      int length = answer.text().getBytes(UTF_8).length;
      response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(length));
    }
    response.end(answer.text());
  }

  /** The rest of the path after {@code /notify/}; blank for other paths. */
  static String token(@Nullable String path) {
    String rest = path != null && path.startsWith(NOTIFY) ? path.substring(NOTIFY.length()) : "";
    try {
      return URLDecoder.decode(rest.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static RequestHeaders headers(HttpServerRequest request) {
    return new RequestHeaders(
        request.getHeader("Content-Type"),
        request.getHeader("Content-Encoding"),
        request.headers().getAll("X-Forwarded-For"),
        request.headers().getAll(Signature.DIGEST_HEADER),
        request.headers().getAll(Signature.TIMESTAMP_HEADER));
  }
}
