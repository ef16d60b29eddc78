package calltally.ingest.journal;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.jdbc.JdbcConstants;

/**
 * Entries into the journal as they come: one statement, one transaction, one answer for each
 * delivery.
 */
final class AppendColumnsRoute extends EndpointRouteBuilder {

  static final String START = "direct:append-columns";

  private static final String APPEND =
      """
      select ordinal, stored
      from journal.append_columns(
          cast(:?writer as uuid),
          cast(:?after as bigint),
          cast(:?batch as bigint),
          cast(:?source as text[]),
          cast(:?received_at as timestamptz[]),
          cast(:?occurred_at as timestamptz[]),
          cast(:?digest as text[]),
          cast(:?event as text[]),
          cast(:?pbx_id as text[]),
          cast(:?caller as text[]),
          cast(:?receiver as text[]),
          cast(:?status as text[]),
          cast(:?duration as numeric[]),
          cast(:?audio_path as text[]),
          cast(:?fields as jsonb[]),
          cast(:?method as text[]),
          cast(:?channel as text[]),
          cast(:?parser_version as smallint[]),
          cast(:?remarks as text[]),
          cast(:?refusals as jsonb))
      order by 1
      """;

  @Override
  public void configure() {
    from(START)
        .routeId("append-columns")
        .errorHandler(noErrorHandler())
        .setHeader(JdbcConstants.JDBC_PARAMETERS)
        .body(Batch.class, Batch::parameters)
        .setBody(constant(APPEND))
        .to(jdbc(Journal.DATABASE).useHeadersAsParameters(true).resetAutoCommit(false))
        .id("append-columns-rows");
  }
}
