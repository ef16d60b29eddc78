package calltally.exchange.field;

import org.jspecify.annotations.Nullable;

/** Says which rule a request breaks, so that it is no notification. */
public final class NotANotification extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String field;
  private final String rule;
  private final @Nullable String sent;

  /** No single field breaks the rule, or nothing can be read. */
  public NotANotification(String rule) {
    this(null, rule);
  }

  public NotANotification(@Nullable String field, String rule) {
    this(field, rule, null);
  }

  /** What stood there is shown to the person who imports it; it is never stored. */
  public NotANotification(@Nullable String field, String rule, @Nullable String sent) {
    super(rule, null, false, false);
    this.field = field;
    this.rule = rule;
    this.sent = sent;
  }

  public @Nullable String field() {
    return field;
  }

  public String rule() {
    return rule;
  }

  public @Nullable String sent() {
    return sent;
  }
}
