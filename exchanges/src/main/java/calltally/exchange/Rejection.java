package calltally.exchange;

import calltally.exchange.field.NotANotification;
import org.jspecify.annotations.Nullable;

/**
 * Why a request or a line is no notification.
 *
 * @param field the field that broke the rule; null when no single field did, or nothing can be read
 * @param rule the rule in words; never quotes the request
 * @param sent what stood there, to be shown to the person who imports it; never stored
 */
public record Rejection(@Nullable String field, String rule, @Nullable String sent)
    implements ParseResult {

  public Rejection(@Nullable String field, String rule) {
    this(field, rule, null);
  }

  /** Why a request could not be read. */
  public static Rejection of(NotANotification why) {
    return new Rejection(why.field(), why.rule(), why.sent());
  }
}
