package calltally.ingest.journal;

import calltally.ingest.journal.Row.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.jdbc.JdbcConstants;
import org.jspecify.annotations.Nullable;

/**
 * Rows out of the spool into the journal: one statement, one transaction, one answer for each
 * delivery.
 */
final class AppendRoute extends EndpointRouteBuilder {

  static final String START = "direct:append";

  private static final String APPEND =
      """
      select ordinal, stored
      from journal.append_batch(
          cast(:?writer as uuid),
          cast(:?after as bigint),
          cast(:?batch as bigint),
          cast(:?deliveries as jsonb),
          cast(:?refusals as jsonb))
      order by 1
      """;

  @Override
  public void configure() {
    from(START)
        .routeId("append")
        .errorHandler(noErrorHandler())
        .setHeader(JdbcConstants.JDBC_PARAMETERS)
        .body(Rows.class, Rows::parameters)
        .setBody(constant(APPEND))
        .to(jdbc(Journal.DATABASE).useHeadersAsParameters(true).resetAutoCommit(false))
        .id("append-rows");
  }

  /**
   * The body of the route.
   *
   * @param ticket null where nobody needs to know later whether the batch was taken
   */
  record Rows(List<Row> rows, @Nullable Ticket ticket) {

    Map<String, @Nullable Object> parameters() {
      Map<String, @Nullable Object> parameters = new HashMap<>();
      parameters.put("writer", ticket == null ? null : ticket.writer().toString());
      parameters.put("after", ticket == null ? null : ticket.after());
      parameters.put("batch", ticket == null ? null : ticket.batch());
      parameters.put("deliveries", array(Kind.DELIVERY));
      parameters.put("refusals", array(Kind.REFUSAL));
      return parameters;
    }

    private String array(Kind kind) {
      return rows.stream()
          .filter(row -> row.kind() == kind)
          .map(Row::json)
          .collect(Collectors.joining(",", "[", "]"));
    }
  }
}
