package calltally.ingest.notification;

import org.jspecify.annotations.Nullable;

/** Says which rule a request breaks, so that it is no notification. */
final class NotANotification extends RuntimeException {

  private final transient Rejection rejection;

  NotANotification(String rule) {
    this(null, rule);
  }

  NotANotification(@Nullable String field, String rule) {
    this(field, rule, null);
  }

  NotANotification(@Nullable String field, String rule, @Nullable String sent) {
    super(rule, null, false, false);
    rejection = new Rejection(field, rule, sent);
  }

  Rejection rejection() {
    return rejection;
  }
}
