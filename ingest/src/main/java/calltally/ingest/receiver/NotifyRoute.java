package calltally.ingest.receiver;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** Notifications of the exchange: {@code /notify/{token}}. */
final class NotifyRoute extends EndpointRouteBuilder {

  private final Intake intake;

  NotifyRoute(Intake intake) {
    this.intake = intake;
  }

  /** Not by a path parameter: for those Vert.x decodes the query, and fails where it cannot. */
  @Override
  public void configure() {
    from(platformHttp("/notify").matchOnUriPrefix(true).advanced().useBodyHandler(false))
        .routeId("notify")
        .process(Web::knock)
        .transform()
        .body(Knock.class, intake::answer)
        .process(Web::respond);
  }
}
