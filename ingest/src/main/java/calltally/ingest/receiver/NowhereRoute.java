package calltally.ingest.receiver;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** Every path that is none: treated like a token that nobody has. */
final class NowhereRoute extends EndpointRouteBuilder {

  private final Intake intake;

  NowhereRoute(Intake intake) {
    this.intake = intake;
  }

  @Override
  public void configure() {
    from(platformHttp("/").matchOnUriPrefix(true).advanced().useBodyHandler(false))
        .routeId("nowhere")
        .process(Web::knock)
        .transform()
        .body(Knock.class, intake::answer)
        .process(Web::respond);
  }
}
