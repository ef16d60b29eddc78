package calltally.ingest.receiver;

import org.jspecify.annotations.Nullable;

final class ReceiverNotStarted extends RuntimeException {

  ReceiverNotStarted(String rule, ReceiverSettings settings, @Nullable Throwable cause) {
    super(
        ("cannot start the receiver: %s (was %s:%d); stop the program that uses it, or set http.host"
                + " and http.port")
            .formatted(rule, settings.host(), settings.port()),
        cause);
  }
}
