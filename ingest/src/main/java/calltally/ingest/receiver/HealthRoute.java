package calltally.ingest.receiver;

import calltally.ingest.journal.DatabaseState;
import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/**
 * The health probes.
 *
 * <p>{@code /health/live} says whether the process is alive; {@code /health/ready} and {@code
 * /health} whether it can store notifications, and whether the service's tasks work.
 */
final class HealthRoute extends EndpointRouteBuilder {

  private final AsyncHttpEngine engine;
  private final Supplier<DatabaseState> database;
  private final Supplier<List<String>> lateTasks;

  HealthRoute(
      AsyncHttpEngine engine, Supplier<DatabaseState> database, Supplier<List<String>> lateTasks) {
    this.engine = engine;
    this.database = database;
    this.lateTasks = lateTasks;
  }

  @Override
  public void configure() {
    answer("/health/live", "live", () -> HttpReply.ALIVE);
    answer("/health/ready", "ready", this::readiness);
    answer("/health", "health", this::readiness);
  }

  private void answer(String path, String id, Supplier<HttpReply> answer) {
    HealthResponder probe =
        new HealthResponder(
            request -> request.method().isReading() ? answer.get() : HttpReply.ONLY_GET);
    from(platformHttp(path).advanced().useBodyHandler(false).platformHttpEngine(engine))
        .routeId(id)
        .process(new ResponderProcessor(probe));
  }

  private HttpReply readiness() {
    return switch (database.get()) {
      case AWAY -> HttpReply.DATABASE_AWAY;
      case READ_ONLY -> HttpReply.DATABASE_READ_ONLY;
      case WRITABLE -> tasks();
    };
  }

  private HttpReply tasks() {
    List<String> late = lateTasks.get();
    return late.isEmpty() ? HttpReply.HEALTHY : HttpReply.late(late);
  }
}
