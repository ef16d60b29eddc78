package calltally.ingest.notification;

import org.jspecify.annotations.Nullable;

/** Says that something received is no notification. */
final class Unreadable extends RuntimeException {

  private final transient Rejection rejection;

  Unreadable(String rule) {
    this(null, rule);
  }

  Unreadable(@Nullable String field, String rule) {
    super(rule, null, false, false);
    rejection = new Rejection(field, rule);
  }

  Rejection rejection() {
    return rejection;
  }
}
