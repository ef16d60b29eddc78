package calltally.ingest.receiver;

import calltally.exchange.Rejection;
import calltally.exchange.Reply;
import calltally.ingest.metrics.Counters;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An answer to a request.
 *
 * @param type Content-Type of the text
 * @param headers in addition to those of the content
 */
record HttpReply(int status, String type, String text, Map<String, String> headers) {

  private static final String JSON = "application/json";

  static final HttpReply STORED = of(Reply.STORED);
  static final HttpReply ALIVE = of(200, "{\"status\":\"up\"}");
  static final HttpReply HEALTHY = of(200, "{\"status\":\"up\",\"database\":\"up\"}");
  static final HttpReply DATABASE_AWAY = unready("away");
  static final HttpReply DATABASE_READ_ONLY = unready("read-only");
  static final HttpReply NOT_FOUND = of(404, "{\"error\":\"not found\"}");
  static final HttpReply METHOD_NOT_ALLOWED =
      new HttpReply(
          405,
          JSON,
          "{\"error\":\"the method must be GET or POST\"}",
          Map.of("Allow", "GET, POST"));
  static final HttpReply ONLY_GET =
      new HttpReply(
          405, JSON, "{\"error\":\"the method must be GET\"}", Map.of("Allow", "GET, HEAD"));
  static final HttpReply UNAVAILABLE =
      new HttpReply(
          503,
          JSON,
          "{\"error\":\"nothing can be stored at the moment\"}",
          Map.of("Retry-After", "5"));

  static final HttpReply STOPPING =
      new HttpReply(
          503,
          JSON,
          "{\"error\":\"nothing can be stored at the moment\"}",
          Map.of("Retry-After", "5", "Connection", "close"));
  static final HttpReply TOO_MANY =
      new HttpReply(
          429, JSON, "{\"error\":\"too many requests per second\"}", Map.of("Retry-After", "1"));
  static final HttpReply FAILED = of(500, "{\"error\":\"internal error\"}");

  /** The reply to a request without the proof that its source needs. */
  static HttpReply unsigned(String rule) {
    return of(401, "{\"error\":%s}".formatted(text(rule)));
  }

  /** What the exchange of a source expects to hear. */
  static HttpReply of(Reply reply) {
    return new HttpReply(reply.status(), reply.type(), reply.text(), Map.of());
  }

  static HttpReply metrics(String text) {
    return new HttpReply(200, Counters.CONTENT_TYPE, text, Map.of());
  }

  private static HttpReply unready(String database) {
    String text = "{\"status\":\"up\",\"database\":\"%s\"}".formatted(database);
    return new HttpReply(503, JSON, text, Map.of("Retry-After", "5"));
  }

  /** The tasks of the service that do not work. */
  static HttpReply late(List<String> tasks) {
    String names = tasks.stream().map(HttpReply::text).collect(Collectors.joining(","));
    return of(503, "{\"status\":\"up\",\"database\":\"up\",\"late\":[%s]}".formatted(names));
  }

  /** The rule that the request broke, with the status that belongs to it. */
  static HttpReply rejected(int status, Rejection rejection) {
    return of(
        status, "{\"error\":%s,\"field\":%s}".formatted(text(rejection.rule()), field(rejection)));
  }

  private static HttpReply of(int status, String json) {
    return new HttpReply(status, JSON, json, Map.of());
  }

  private static String field(Rejection rejection) {
    return rejection.field() == null ? "null" : text(rejection.field());
  }

  private static String text(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
