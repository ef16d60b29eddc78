package calltally.ingest.receiver;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Where the receiver listens, and whom it believes what.
 *
 * @param port 0 for any free one
 * @param trustedProxies whose header {@code X-Forwarded-For} tells who sent a request
 * @param metricsReaders who may read {@code /metrics}
 */
public record ReceiverSettings(
    String host, int port, List<Network> trustedProxies, List<Network> metricsReaders) {

  public ReceiverSettings {
    requireNonNull(host, "host");
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException(
          "receiver could not be set up: its port lies from 0 to 65535, was " + port);
    }
    trustedProxies = List.copyOf(trustedProxies);
    metricsReaders = List.copyOf(metricsReaders);
  }

  /** Without proxies; {@code /metrics} is for this machine. */
  public ReceiverSettings(String host, int port) {
    this(host, port, List.of(), Network.LOOPBACK);
  }
}
