package calltally.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Converts HTTP requests into values. */
record HttpMessages(Predicate<InetAddress> isProxy) {

  RequestOrigin origin(HttpServerRequest request) {
    InetAddress peer = RequestOrigin.address(request.remoteAddress().hostAddress());
    if (peer == null) {
      throw new RefusedRequest(400);
    }
    MultiMap headers = request.headers();
    boolean isForwarded = headers.contains("X-Forwarded-Proto") || headers.contains("Forwarded");
    return RequestOrigin.of(peer, headers.getAll("X-Forwarded-For"), isForwarded, isProxy);
  }

  /**
   * The parts of a request that are used.
   *
   * @throws RefusedRequest when the URL or the form is not encoded as it must be
   */
  PageRequest request(HttpServerRequest request, Buffer form, RequestOrigin origin) {
    MultiMap headers = request.headers();
    return new PageRequest(
        request.method().name().equals("HEAD") ? "GET" : request.method().name(),
        request.path() == null ? "/" : request.path(),
        pairs(request.query() == null ? "" : request.query()),
        pairs(form.toString(UTF_8)),
        cookies(request),
        origin,
        new RequestHints(
            headers.get("Accept-Language"),
            headers.get("Accept-Encoding"),
            headers.get("If-None-Match"),
            headers.get("Sec-Fetch-Site")));
  }

  private static Map<String, String> cookies(HttpServerRequest request) {
    Map<String, String> cookies = new HashMap<>();
    for (Cookie cookie : request.cookies()) {
      cookies.put(cookie.getName(), cookie.getValue());
    }
    return cookies;
  }

  /** The first value of each name. */
  private static Map<String, String> pairs(String encoded) {
    Map<String, String> pairs = new HashMap<>();
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      pairs.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
    return pairs;
  }

  private static String decoded(String text) {
    try {
      String plain = URLDecoder.decode(text, UTF_8);
      if (plain.indexOf(0) >= 0) {
        throw new RefusedRequest(400);
      }
      return plain;
    } catch (IllegalArgumentException e) {
      throw new RefusedRequest(400);
    }
  }
}
