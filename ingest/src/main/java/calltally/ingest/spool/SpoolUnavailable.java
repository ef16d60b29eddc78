package calltally.ingest.spool;

import org.jspecify.annotations.Nullable;

/** Says why the spool cannot store a row. */
public final class SpoolUnavailable extends RuntimeException {

  SpoolUnavailable(String rule, @Nullable Throwable cause) {
    super("cannot write notifications to the spool: " + rule, cause);
  }
}
