package calltally.ingest.receiver;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** Notifications of the exchange: {@code /notify/{token}}. */
final class NotifyRoute extends EndpointRouteBuilder {

  private final AsyncHttpEngine engine;
  private final Intake intake;

  NotifyRoute(AsyncHttpEngine engine, Intake intake) {
    this.engine = engine;
    this.intake = intake;
  }

  /** Not by a path parameter: for those Vert.x decodes the query, and fails where it cannot. */
  @Override
  public void configure() {
    from(platformHttp("/notify")
            .matchOnUriPrefix(true)
            .advanced()
            .useBodyHandler(false)
            .platformHttpEngine(engine))
        .routeId("notify")
        .process(new IntakeProcessor(intake));
  }
}
