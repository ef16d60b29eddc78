package calltally.ingest.receiver;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** Every path that is none: answered like an unknown token. */
final class NowhereRoute extends EndpointRouteBuilder {

  @Override
  public void configure() {
    from(platformHttp("/").matchOnUriPrefix(true).advanced().useBodyHandler(false))
        .routeId("nowhere")
        .process(Web::method)
        .transform()
        .body(String.class, method -> Answer.NOT_FOUND)
        .process(Web::respond);
  }
}
