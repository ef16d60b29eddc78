package calltally.ingest.receiver;

import calltally.ingest.metrics.Counters;
import java.util.List;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/**
 * What was counted, {@code /metrics}, for those who may know it; for others there is no such path.
 */
final class MetricsRoute extends EndpointRouteBuilder {

  private final Counters counters;
  private final ReceiverSettings settings;

  MetricsRoute(Counters counters, ReceiverSettings settings) {
    this.counters = counters;
    this.settings = settings;
  }

  @Override
  public void configure() {
    from(platformHttp("/metrics").advanced().useBodyHandler(false))
        .routeId("metrics")
        .process(Web::visit)
        .transform()
        .body(Visitor.class, this::answer)
        .process(Web::respond);
  }

  private Answer answer(Visitor visitor) {
    if (!mayRead(visitor.sender())) {
      return Answer.NOT_FOUND;
    }
    return visitor.isReading() ? Answer.metrics(counters.text()) : Answer.ONLY_GET;
  }

  /** Behind a proxy that nobody trusts every stranger would seem to come from nearby. */
  private boolean mayRead(Sender sender) {
    List<Network> proxies = settings.trustedProxies();
    return !(sender.isForwarded() && proxies.isEmpty())
        && sender
            .address(proxies)
            .filter(address -> Network.anyContains(settings.metricsReaders(), address))
            .isPresent();
  }
}
