package calltally.ingest.spool;

import org.jspecify.annotations.Nullable;

/** Says why the spool keeps nothing. */
public final class SpoolUnavailable extends RuntimeException {

  SpoolUnavailable(String rule, @Nullable Throwable cause) {
    super("notifications could not be spooled: " + rule, cause);
  }
}
