package calltally.ingest.receiver;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/**
 * The health probes.
 *
 * <p>{@code /health/live} says whether the process is alive; {@code /health/ready} and {@code
 * /health} whether it can store notifications.
 */
final class HealthRoute extends EndpointRouteBuilder {

  private final AsyncHttpEngine engine;
  private final BooleanSupplier isReady;

  HealthRoute(AsyncHttpEngine engine, BooleanSupplier isReady) {
    this.engine = engine;
    this.isReady = isReady;
  }

  @Override
  public void configure() {
    answer("/health/live", "live", () -> Answer.ALIVE);
    answer("/health/ready", "ready", this::readiness);
    answer("/health", "health", this::readiness);
  }

  private void answer(String path, String id, Supplier<Answer> answer) {
    Probe probe =
        new Probe(request -> request.method().isReading() ? answer.get() : Answer.ONLY_GET);
    from(platformHttp(path).advanced().useBodyHandler(false).platformHttpEngine(engine))
        .routeId(id)
        .process(new IntakeProcessor(probe));
  }

  private Answer readiness() {
    return isReady.getAsBoolean() ? Answer.HEALTHY : Answer.DATABASE_AWAY;
  }
}
