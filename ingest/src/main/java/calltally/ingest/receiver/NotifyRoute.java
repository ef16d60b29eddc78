package calltally.ingest.receiver;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** Notifications of the exchange: {@code /notify/{token}}. */
final class NotifyRoute extends EndpointRouteBuilder {

  private final PatientEngine engine;
  private final Intake intake;

  NotifyRoute(PatientEngine engine, Intake intake) {
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
        .process(Web::knock)
        .process(new Answering(intake));
  }
}
