package calltally.ingest.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.exchange.Exchanges;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.ReceivedBody;
import calltally.exchange.request.RequestHeaders;
import calltally.exchange.request.RequestMethod;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * The rest of the path after {@code /notify/}, without slashes and blanks around it; blank for
   * other paths.
   */
  static String token(@Nullable String path) {
    int start = path == null ? -1 : afterPrefix(path);
    if (path == null || start < 0) {
      return "";
    }
    try {
      return trimmed(URLDecoder.decode(path.substring(start).replace("+", "%2B"), UTF_8));
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Where the prefix ends, before which slashes may be doubled; negative without it. */
  private static int afterPrefix(String path) {
    int first = 0;
    while (path.startsWith("//", first)) {
      first++;
    }
    return path.startsWith(NOTIFY, first) ? first + NOTIFY.length() : -1;
  }

  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isIgnored(text.charAt(start))) {
      start++;
    }
    while (start < end && isIgnored(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isIgnored(char character) {
    return character == '/' || Character.isWhitespace(character) || character == '\u00a0';
  }

  private static RequestHeaders headers(HttpServerRequest request) {
    return new RequestHeaders(
        request.getHeader("Content-Type"),
        request.getHeader("Content-Encoding"),
        request.headers().getAll("X-Forwarded-For"),
        proofs(request));
  }

  private static Map<String, List<String>> proofs(HttpServerRequest request) {
    Map<String, List<String>> proofs = new HashMap<>();
    for (String name : Exchanges.headers()) {
      List<String> sent = request.headers().getAll(name);
      if (!sent.isEmpty()) {
        proofs.put(name, sent);
      }
    }
    return proofs;
  }
}
