package calltally.ingest.receiver;

import static java.util.Objects.requireNonNull;

/**
 * Where the receiver listens.
 *
 * @param port 0 for any free one
 */
public record ReceiverSettings(String host, int port) {

  public ReceiverSettings {
    requireNonNull(host, "host");
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException(
          "receiver could not be set up: its port lies from 0 to 65535, was " + port);
    }
  }
}
