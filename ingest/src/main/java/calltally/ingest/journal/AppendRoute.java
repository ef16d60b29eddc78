package calltally.ingest.journal;

import java.util.stream.Collectors;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.jdbc.JdbcConstants;

/** The only way into the journal: one statement, one transaction; selects the duplicates. */
final class AppendRoute extends EndpointRouteBuilder {

  static final String START = "direct:append";

  private static final String APPEND =
      """
      select ordinal
      from journal.append(
          cast(:?writer as uuid),
          cast(:?after as bigint),
          cast(:?batch as bigint),
          %s,
          cast(:?rejected as jsonb))
      where not stored
      """
          .formatted(
              NotificationColumn.ALL.stream()
                  .map(AppendRoute::parameter)
                  .collect(Collectors.joining(",\n    ")));

  private static final int PARAMETERS = (int) APPEND.chars().filter(c -> c == '?').count();

  @Override
  public void configure() {
    from(START)
        .routeId("append")
        .errorHandler(noErrorHandler())
        .setHeader(JdbcConstants.JDBC_PARAMETERS)
        .body(Batch.class, Batch::parameters)
        .setBody(constant(APPEND))
        .to(
            jdbc(Journal.DATABASE)
                .useHeadersAsParameters(true)
                .resetAutoCommit(false)
                .advanced()
                .connectionStrategy(new CountedParameters(PARAMETERS)))
        .id("append-rows");
  }

  private static String parameter(NotificationColumn column) {
    return "cast(:?%s as %s)".formatted(column.label(), column.arrayType());
  }
}
