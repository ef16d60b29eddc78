package calltally.app.demo.exchange;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message of the exchange before it is sent.
 *
 * @param occurredAt when the exchange made it, even where its fields do not say
 * @param fields in the order in which they are written: texts, whole numbers, lists of texts, null
 */
record ExchangeNotification(Instant occurredAt, Map<String, @Nullable Object> fields) {

  ExchangeNotification {
    fields = Collections.unmodifiableMap(fields);
  }

  /** Whether its fields hold the time. */
  boolean isTimed() {
    return fields.containsKey("time");
  }

  /** Whether only JSON can carry it. */
  boolean needsJson() {
    return fields.values().stream().anyMatch(List.class::isInstance);
  }
}
