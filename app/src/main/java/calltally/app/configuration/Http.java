package calltally.app.configuration;

import calltally.ingest.receiver.Network;
import java.util.List;

/**
 * Where notifications are received.
 *
 * @param port 0 lets the system choose
 * @param requestsPerSecond of each source; more are answered 429
 * @param trustedProxies whose header {@code X-Forwarded-For} is believed
 * @param metricsAllow who may read {@code /metrics}
 */
public record Http(
    String host,
    int port,
    int requestsPerSecond,
    List<Network> trustedProxies,
    List<Network> metricsAllow) {

  private static final int REQUESTS_PER_SECOND = 10_000;

  /** Without proxies; this machine reads the metrics. */
  public Http(String host, int port) {
    this(host, port, REQUESTS_PER_SECOND, List.of(), Network.LOOPBACK);
  }

  static Http from(Entry entry) {
    Entry http =
        entry.mapping("host", "port", "requests_per_second", "trusted_proxies", "metrics_allow");
    Entry readers = http.get("metrics_allow");
    return new Http(
        http.get("host").or(Rule.TEXT, "127.0.0.1"),
        http.get("port").or(Rule.PORT, 8080),
        http.get("requests_per_second").or(Rule.RATE, REQUESTS_PER_SECOND),
        http.get("trusted_proxies").all(Rule.NETWORK),
        readers.isAbsent() ? Network.LOOPBACK : readers.all(Rule.NETWORK));
  }
}
