package calltally.app.configuration;

import calltally.ingest.receiver.Network;
import java.util.List;

/**
 * Where notifications are received.
 *
 * @param port 0: the system chooses one
 * @param requestsPerSecond of each source; more are answered 429
 * @param trustedProxies whose header {@code X-Forwarded-For} is believed
 * @param metricsAllow who may read {@code /metrics}
 */
public record HttpEntry(
    String host,
    int port,
    int requestsPerSecond,
    List<Network> trustedProxies,
    List<Network> metricsAllow) {

  private static final int REQUESTS_PER_SECOND = 10_000;

  /** Without proxies; this machine reads the metrics. */
  public HttpEntry(String host, int port) {
    this(host, port, REQUESTS_PER_SECOND, List.of(), Network.LOOPBACK);
  }

  /** The address of this machine, as programs on it write it. */
  public String base() {
    return "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port);
  }

  /** The address at which a source with the token takes notifications. */
  public String address(String token) {
    return base() + "/notify/" + token;
  }

  static HttpEntry from(YamlValue entry) {
    YamlValue http =
        entry.mapping("host", "port", "requests_per_second", "trusted_proxies", "metrics_allow");
    YamlValue readers = http.get("metrics_allow");
    return new HttpEntry(
        http.get("host").or(ValueRule.TEXT, "127.0.0.1"),
        http.get("port").or(ValueRule.PORT, 8080),
        http.get("requests_per_second").or(ValueRule.RATE, REQUESTS_PER_SECOND),
        http.get("trusted_proxies").all(ValueRule.NETWORK),
        readers.isAbsent() ? Network.LOOPBACK : readers.all(ValueRule.NETWORK));
  }
}
