package calltally.ingest.journal;

import calltally.ingest.notification.Octets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.jdbc.JdbcConstants;
import org.jspecify.annotations.Nullable;

/** A refusal into the table of what was rejected. */
final class RefuseRoute extends EndpointRouteBuilder {

  static final String START = "direct:refuse";

  private static final int KEPT_BYTES = 64 * 1024;
  private static final String REJECT =
      """
      select journal.reject(
          source_id => cast(:?source_id as integer),
          received_at => cast(:?received_at as timestamptz),
          reason => cast(:?reason as text),
          field => cast(:?field as text),
          method => cast(:?method as text),
          channel => cast(:?channel as text),
          content_type => cast(:?content_type as text),
          query => cast(:?query as text),
          body => decode(cast(:?body as text), 'base64'),
          size => cast(:?size as bigint))
      """;

  @Override
  public void configure() {
    from(START)
        .routeId("refuse")
        .errorHandler(noErrorHandler())
        .setHeader(JdbcConstants.JDBC_PARAMETERS)
        .body(Refusal.class, RefuseRoute::parameters)
        .setBody(constant(REJECT))
        .to(jdbc(Journal.DATABASE).useHeadersAsParameters(true).resetAutoCommit(false))
        .id("reject-request");
  }

  private static Map<String, @Nullable Object> parameters(Refusal refusal) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("source_id", refusal.sourceId());
    parameters.put("received_at", refusal.receivedAt().toString());
    parameters.put("reason", refusal.rejection().rule());
    parameters.put("field", refusal.rejection().field());
    parameters.put("method", refusal.request().method().name());
    parameters.put("channel", refusal.request().method().channel());
    parameters.put("content_type", withoutNul(refusal.request().contentType()));
    parameters.put("query", withoutNul(refusal.request().query()));
    parameters.put("body", base64(refusal.request().body()));
    parameters.put("size", refusal.size());
    return parameters;
  }

  private static @Nullable String withoutNul(@Nullable String text) {
    return text == null ? null : text.replace("\0", "%00");
  }

  private static @Nullable String base64(Octets body) {
    return body.isEmpty()
        ? null
        : Base64.getEncoder().encodeToString(body.first(KEPT_BYTES).toArray());
  }
}
