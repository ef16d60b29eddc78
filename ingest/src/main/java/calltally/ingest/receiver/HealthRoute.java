package calltally.ingest.receiver;

import calltally.ingest.journal.Journal;
import java.time.Duration;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** Whether notifications can be stored: {@code /health}. */
final class HealthRoute extends EndpointRouteBuilder {

  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final Journal journal;

  HealthRoute(Journal journal) {
    this.journal = journal;
  }

  @Override
  public void configure() {
    from(platformHttp("/health").advanced().useBodyHandler(false))
        .routeId("health")
        .process(Web::method)
        .transform()
        .body(String.class, this::answer)
        .process(Web::respond);
  }

  private Answer answer(String method) {
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return Answer.ONLY_GET;
    }
    return journal.answers(LIMIT) ? Answer.HEALTHY : Answer.ILL;
  }
}
