package calltally.ingest.receiver;

import org.jspecify.annotations.Nullable;

/** Says why the receiver does not listen. */
final class ReceiverNotStarted extends RuntimeException {

  ReceiverNotStarted(String rule, ReceiverSettings settings, @Nullable Throwable cause) {
    super(
        "receiver could not be started: %s, was %s:%d; end the program that has it, or set http.host and http.port"
            .formatted(rule, settings.host(), settings.port()),
        cause);
  }
}
