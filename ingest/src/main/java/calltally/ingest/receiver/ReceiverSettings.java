package calltally.ingest.receiver;

import static java.util.Objects.requireNonNull;

import calltally.ingest.spool.SpoolSettings;
import java.util.List;

/**
 * Where the receiver listens, whom it believes what, and what it has for itself.
 *
 * @param port 0 for any free one
 * @param requestsPerSecond of each source, at most; not less than 2,000
 * @param trustedProxies whose header {@code X-Forwarded-For} tells who sent a request
 * @param metricsReaders who may read {@code /metrics}
 * @param spool where it keeps what the database does not take
 * @param expected whom it lets in until the database has told; none when it is not to start without
 *     the database
 */
public record ReceiverSettings(
    String host,
    int port,
    int requestsPerSecond,
    List<Network> trustedProxies,
    List<Network> metricsReaders,
    SpoolSettings spool,
    List<ExpectedSource> expected) {

  public ReceiverSettings {
    requireNonNull(host, "host");
    if (requestsPerSecond < 2000) {
      throw new IllegalArgumentException(
          "receiver could not be set up: a source may send at least 2000 requests a second, was "
              + requestsPerSecond);
    }
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException(
          "receiver could not be set up: its port lies from 0 to 65535, was " + port);
    }
    trustedProxies = List.copyOf(trustedProxies);
    metricsReaders = List.copyOf(metricsReaders);
    expected = List.copyOf(expected);
  }
}
