package calltally.ingest.journal;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.jdbc.JdbcConstants;

/**
 * Lines of a file into the journal: like {@link AppendRoute}, by columns, which PostgreSQL reads
 * faster.
 */
final class AppendLinesRoute extends EndpointRouteBuilder {

  static final String START = "direct:append-lines";

  private static final String APPEND =
      """
      select ordinal, stored
      from journal.append_lines(
          cast(:?source as text[]),
          cast(:?parser_version as smallint),
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
          cast(:?remarks as text[]))
      order by 1
      """;

  @Override
  public void configure() {
    from(START)
        .routeId("append-lines")
        .errorHandler(noErrorHandler())
        .setHeader(JdbcConstants.JDBC_PARAMETERS)
        .body(DeliveryColumns.class, DeliveryColumns::parameters)
        .setBody(constant(APPEND))
        .to(jdbc(Journal.DATABASE).useHeadersAsParameters(true).resetAutoCommit(false));
  }
}
