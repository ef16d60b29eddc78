package calltally.ingest.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.vertx.HttpMessage;
import org.apache.camel.support.DefaultMessage;
import org.jspecify.annotations.Nullable;

/** The border between HTTP and the routes: requests become values here, and answers bytes. */
final class Web {

  private static final String NOTIFY = "/notify/";
  private static final String RESPONSE = "response";

  private Web() {}

  /**
   * Keeps headers, query and form of a request out of the exchange: what is needed of them is read
   * by {@link #knock}, and nothing else has an effect.
   */
  static Endpoint withoutStrangersHeaders(String uri, Endpoint endpoint) {
    if (endpoint instanceof PlatformHttpEndpoint http) {
      http.setHeaderFilterStrategy(null);
      // Otherwise Camel wraps the missing strategy into one of its own.
      http.setReturnHttpRequestHeaders(true);
    }
    return endpoint;
  }

  /** Replaces the request by what it asks for. */
  static void knock(Exchange exchange) {
    HttpServerRequest request = exchange.getMessage().getBody(HttpServerRequest.class);
    request.resume();
    exchange.getMessage().setBody(knock(request));
  }

  /** Replaces the request by its method and by who sent it. */
  static void visit(Exchange exchange) {
    HttpServerRequest request = enter(exchange);
    exchange.getMessage().setBody(new Visitor(request.method().name(), sender(request)));
  }

  /** Replaces the answer by the response that tells it. */
  static void respond(Exchange exchange) {
    Answer answer = exchange.getMessage().getBody(Answer.class);
    exchange.getProperty(RESPONSE, HttpServerResponse.class).headers().addAll(answer.headers());
    Message message = new DefaultMessage(exchange);
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
    message.setHeader(Exchange.CONTENT_TYPE, answer.type());
    message.setBody(ByteBuffer.wrap(answer.text().getBytes(UTF_8)));
    exchange.setMessage(message);
  }

  /** Answers a request that reaches no route. */
  static void answer(HttpServerRequest request, Answer answer) {
    HttpServerResponse response = request.response().setStatusCode(answer.status());
    response.headers().addAll(answer.headers());
    response.putHeader("Content-Type", answer.type()).end(answer.text());
  }

  /** What follows the path of notifications; blank where it is another path. */
  static String token(@Nullable String path) {
    String rest = path != null && path.startsWith(NOTIFY) ? path.substring(NOTIFY.length()) : "";
    try {
      return URLDecoder.decode(rest.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static Sender sender(HttpServerRequest request) {
    return new Sender(
        request.remoteAddress().hostAddress(), request.headers().getAll("X-Forwarded-For"));
  }

  private static Signature signature(HttpServerRequest request) {
    return new Signature(
        request.headers().getAll(Signature.DIGEST_HEADER),
        request.headers().getAll(Signature.TIMESTAMP_HEADER));
  }

  private static HttpServerRequest enter(Exchange exchange) {
    HttpServerRequest request = exchange.getMessage(HttpMessage.class).getRequest();
    exchange.setProperty(RESPONSE, request.response());
    exchange.setMessage(new DefaultMessage(exchange));
    request.resume();
    return request;
  }

  private static Knock knock(HttpServerRequest request) {
    return new Knock(
        request.method().name(),
        token(request.path()),
        request.query(),
        request.getHeader("Content-Type"),
        request.getHeader("Content-Encoding"),
        sender(request),
        signature(request),
        Arrival.current());
  }
}
