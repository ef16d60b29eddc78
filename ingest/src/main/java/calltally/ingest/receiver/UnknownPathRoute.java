package calltally.ingest.receiver;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** The route of all other paths, which treats them like an unknown token. */
final class UnknownPathRoute extends EndpointRouteBuilder {

  private final AsyncHttpEngine engine;
  private final NotifyResponder intake;

  UnknownPathRoute(AsyncHttpEngine engine, NotifyResponder intake) {
    this.engine = engine;
    this.intake = intake;
  }

  @Override
  public void configure() {
    from(platformHttp("/")
            .matchOnUriPrefix(true)
            .advanced()
            .useBodyHandler(false)
            .platformHttpEngine(engine))
        .routeId("unknown-path")
        .process(new ResponderProcessor(intake));
  }
}
