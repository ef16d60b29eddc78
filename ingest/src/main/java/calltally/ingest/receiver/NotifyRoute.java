package calltally.ingest.receiver;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** The route of notifications: {@code /notify/{token}}. */
final class NotifyRoute extends EndpointRouteBuilder {

  private final AsyncHttpEngine engine;
  private final NotifyResponder intake;
  private final FairExecutor longBodies;

  NotifyRoute(AsyncHttpEngine engine, NotifyResponder intake, FairExecutor longBodies) {
    this.engine = engine;
    this.intake = intake;
    this.longBodies = longBodies;
  }

  /** Avoids a path parameter: Vert.x would then decode the query, and fail on malformed ones. */
  @Override
  public void configure() {
    from(platformHttp("/notify")
            .matchOnUriPrefix(true)
            .advanced()
            .useBodyHandler(false)
            .platformHttpEngine(engine))
        .routeId("notify")
        .process(new ResponderProcessor(intake, longBodies));
  }
}
