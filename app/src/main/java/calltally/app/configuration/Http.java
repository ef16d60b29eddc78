package calltally.app.configuration;

import calltally.ingest.receiver.Network;
import java.util.List;

/**
 * Where notifications are received.
 *
 * @param port 0 lets the system choose
 * @param trustedProxies whose header {@code X-Forwarded-For} is believed
 * @param metricsAllow who may read {@code /metrics}
 */
public record Http(
    String host, int port, List<Network> trustedProxies, List<Network> metricsAllow) {

  /** Without proxies; this machine reads the metrics. */
  public Http(String host, int port) {
    this(host, port, List.of(), Network.LOOPBACK);
  }

  static Http from(Entry entry) {
    Entry http = entry.mapping("host", "port", "trusted_proxies", "metrics_allow");
    Entry readers = http.get("metrics_allow");
    return new Http(
        http.get("host").or(Rule.TEXT, "127.0.0.1"),
        http.get("port").or(Rule.PORT, 8080),
        http.get("trusted_proxies").all(Rule.NETWORK),
        readers.isAbsent() ? Network.LOOPBACK : readers.all(Rule.NETWORK));
  }
}
