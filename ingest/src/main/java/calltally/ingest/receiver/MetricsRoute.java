package calltally.ingest.receiver;

import calltally.exchange.request.NotifyRequest;
import calltally.ingest.metrics.Counters;
import java.util.List;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** The metrics, {@code /metrics}, for permitted readers; for others the path does not exist. */
final class MetricsRoute extends EndpointRouteBuilder {

  private final AsyncHttpEngine engine;
  private final Counters counters;
  private final ReceiverSettings settings;

  MetricsRoute(AsyncHttpEngine engine, Counters counters, ReceiverSettings settings) {
    this.engine = engine;
    this.counters = counters;
    this.settings = settings;
  }

  @Override
  public void configure() {
    from(platformHttp("/metrics").advanced().useBodyHandler(false).platformHttpEngine(engine))
        .routeId("metrics")
        .process(new ResponderProcessor(new HealthResponder(this::answer)));
  }

  private HttpReply answer(NotifyRequest request) {
    if (!mayRead(ClientAddress.of(request))) {
      return HttpReply.NOT_FOUND;
    }
    return request.method().isReading() ? HttpReply.metrics(counters.text()) : HttpReply.ONLY_GET;
  }

  /** Behind an untrusted proxy, every request would seem to come from nearby. */
  private boolean mayRead(ClientAddress client) {
    List<Network> proxies = settings.trustedProxies();
    return !(client.isForwarded() && proxies.isEmpty())
        && client
            .address(proxies)
            .filter(address -> Network.anyContains(settings.metricsReaders(), address))
            .isPresent();
  }
}
