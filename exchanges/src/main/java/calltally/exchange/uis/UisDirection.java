package calltally.exchange.uis;

import calltally.exchange.CallEvent;
import calltally.exchange.field.Fields;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a call came from outside.
 *
 * <p>Most kinds of notifications fire for all calls, and a template cannot distinguish them.
 */
enum UisDirection {
  IN,
  OUT,
  INTERNAL;

  /** As the message says it; by the name of its event where it does not. */
  static UisDirection of(Fields fields, Optional<CallEvent> event) {
    if (fields.word("is_internal").filter("true"::equalsIgnoreCase).isPresent()) {
      return INTERNAL;
    }
    return switch (fields.word("direction").orElse("").toLowerCase(Locale.ROOT)) {
      case "in" -> IN;
      case "out" -> OUT;
      case "internal" -> INTERNAL;
      default -> event.filter(name -> !name.isIncoming()).isPresent() ? OUT : IN;
    };
  }
}
