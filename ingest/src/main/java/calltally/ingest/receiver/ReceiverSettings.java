package calltally.ingest.receiver;

import static java.util.Objects.requireNonNull;

import calltally.ingest.spool.SpoolSettings;
import java.util.List;

/**
 * Where the receiver listens, whom it trusts, and its limits.
 *
 * @param port 0 for any free one
 * @param requestsPerSecond upper limit per source; at least 2,000
 * @param trustedProxies whose {@code X-Forwarded-For} header is believed
 * @param metricsReaders who may read {@code /metrics}
 * @param spool where notifications wait while the database is away
 * @param expected sources to accept until the database answers; none to require it at the start
 */
public record ReceiverSettings(
    String host,
    int port,
    int requestsPerSecond,
    List<Network> trustedProxies,
    List<Network> metricsReaders,
    SpoolSettings spool,
    List<ConfiguredSource> expected) {

  public ReceiverSettings {
    requireNonNull(host, "host");
    if (requestsPerSecond < 2000) {
      throw new IllegalArgumentException(
          "cannot set up the receiver: requests per second must be at least 2000 (was "
              + requestsPerSecond
              + ")");
    }
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException(
          "cannot set up the receiver: its port must be from 0 to 65535 (was " + port + ")");
    }
    trustedProxies = List.copyOf(trustedProxies);
    metricsReaders = List.copyOf(metricsReaders);
    expected = List.copyOf(expected);
  }
}
