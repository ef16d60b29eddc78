package calltally.app.demo.exchange;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One sending of one notification.
 *
 * @param position in the order of sending, from 0
 * @param occurredAt when the exchange made the notification, even where its fields do not say
 * @param sentAt when it is sent by the exchange's clock; sometimes long after
 * @param fields in the order in which they are written: texts, whole numbers (Long), lists of texts
 *     (in JSON only), null
 */
record WebhookDelivery(
    int position,
    Instant occurredAt,
    Instant sentAt,
    WebhookEncoding encoding,
    Map<String, @Nullable Object> fields) {

  public WebhookDelivery {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
