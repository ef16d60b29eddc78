package calltally.app.demo.dialect;

import calltally.app.demo.exchange.WebhookForm;
import calltally.app.demo.exchange.WebhookJson;
import java.time.Instant;
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

  public DialectMessage {
    headers = Map.copyOf(headers);
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
    return new DialectMessage(
        at, path, Map.of(CONTENT_TYPE, headers.get(CONTENT_TYPE), header, signature), body);
  }
}
