package calltally.app.demo.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The HTTP request of a delivery. */
final class WebhookRequest {

  /** How long the exchange waits for an answer. */
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private WebhookRequest() {}

  static HttpRequest of(WebhookDelivery delivery, URI address) {
    Map<String, @Nullable Object> fields = delivery.fields();
    return switch (delivery.encoding()) {
      case GET -> get(address, WebhookForm.text(fields));
      case GET_WITH_RAW_PLUS -> get(address, WebhookForm.text(fields).replace("%2B", "+"));
      case FORM -> post(address, "application/x-www-form-urlencoded", WebhookForm.text(fields));
      case JSON -> post(address, "application/json", WebhookJson.text(fields));
    };
  }

  private static HttpRequest get(URI address, String query) {
    return HttpRequest.newBuilder(URI.create(address + "?" + query)).timeout(TIMEOUT).build();
  }

  private static HttpRequest post(URI address, String contentType, String body) {
    return HttpRequest.newBuilder(address)
        .timeout(TIMEOUT)
        .header("Content-Type", contentType)
        .POST(BodyPublishers.ofString(body, UTF_8))
        .build();
  }
}
