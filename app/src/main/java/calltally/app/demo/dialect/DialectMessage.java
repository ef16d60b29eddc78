package calltally.app.demo.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.app.demo.exchange.WebhookForm;
import calltally.app.demo.exchange.WebhookJson;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A request that an exchange posts.
 *
 * @param at when it is sent
 * @param path below the token in the address; empty or from its slash on
 * @param headers by name, the content type included
 */
public record DialectMessage(Instant at, String path, Map<String, String> headers, String body) {

  private static final String CONTENT_TYPE = "Content-Type";

  /** How long an exchange waits for an answer. */
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  public DialectMessage {
    headers = Map.copyOf(headers);
  }

  /**
   * The request over HTTP.
   *
   * @param address with the token of the source
   */
  public HttpRequest request(URI address) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(TIMEOUT);
    headers.forEach(request::header);
    return request.POST(BodyPublishers.ofString(body, UTF_8)).build();
  }

  static DialectMessage form(Instant at, Map<String, ?> fields) {
    return new DialectMessage(
        at,
        "",
        Map.of(CONTENT_TYPE, "application/x-www-form-urlencoded"),
        WebhookForm.text(fields));
  }

  /** A JSON object. */
  public static DialectMessage json(Instant at, Map<String, ?> fields) {
    return new DialectMessage(
        at, "", Map.of(CONTENT_TYPE, "application/json"), WebhookJson.text(fields));
  }

  DialectMessage to(String otherPath) {
    return new DialectMessage(at, otherPath, headers, body);
  }

  DialectMessage signed(String header, String signature) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, signature);
    return new DialectMessage(at, path, more, body);
  }
}
