package calltally.ingest.journal;

import java.util.List;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** Deliveries into the journal: one statement, one transaction, one answer for each of them. */
final class AppendRoute extends EndpointRouteBuilder {

  static final String START = "direct:append";

  @Override
  public void configure() {
    from(START)
        .routeId("append")
        .errorHandler(noErrorHandler())
        .setHeader("rows")
        .body(Batch.class, Batch::json)
        .setBody(
            constant(
                "select ordinal, stored from journal.append(cast(:?rows as jsonb)) order by 1"))
        .to(jdbc(Journal.DATABASE).useHeadersAsParameters(true).resetAutoCommit(false))
        .id("append-rows");
  }

  /**
   * The body of the route.
   *
   * @param rows as {@link DeliveryRow} writes them
   */
  record Batch(List<String> rows) {

    String json() {
      return "[" + String.join(",", rows) + "]";
    }
  }
}
