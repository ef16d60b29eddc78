package calltally.ingest.receiver;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** Every path that is none: treated like a token that nobody has. */
final class NowhereRoute extends EndpointRouteBuilder {

  private final PatientEngine engine;
  private final Intake intake;

  NowhereRoute(PatientEngine engine, Intake intake) {
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
        .routeId("nowhere")
        .process(Web::knock)
        .process(new Answering(intake));
  }
}
