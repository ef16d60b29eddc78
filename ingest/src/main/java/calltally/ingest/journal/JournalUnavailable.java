package calltally.ingest.journal;

import org.jspecify.annotations.Nullable;

/** Says that the database did not confirm in time; whether it stores anything later is unknown. */
public final class JournalUnavailable extends RuntimeException {

  JournalUnavailable(String rule, @Nullable Throwable cause) {
    super("notifications could not be stored: " + rule, cause);
  }
}
