package calltally.ingest.receiver;

import calltally.sql.LocalizedException;
import calltally.sql.LocalizedText;

final class ReceiverNotStarted extends LocalizedException {

  private static final long serialVersionUID = 1;

  ReceiverNotStarted(ReceiverSettings settings, Throwable cause) {
    super(
        LocalizedText.of("calltally.ingest.receiver", "address", settings.host(), settings.port()),
        cause);
  }
}
