package calltally.ingest.file;

import calltally.ingest.notification.Rejection;
import org.jspecify.annotations.Nullable;

/** A line from which nothing can be read; says nothing of what stands in it. */
final class DamagedLine extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Rejection rejection;

  DamagedLine(@Nullable String field, String rule) {
    super(rule);
    rejection = new Rejection(field, rule);
  }

  Rejection rejection() {
    return rejection;
  }
}
