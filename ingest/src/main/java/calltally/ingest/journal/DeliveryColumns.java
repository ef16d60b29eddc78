package calltally.ingest.journal;

import calltally.ingest.notification.Notification;
import calltally.ingest.notification.Remark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries as the arrays that {@code journal.append_lines} takes.
 *
 * @param parameters by their names
 */
record DeliveryColumns(Map<String, @Nullable Object> parameters) {

  /** Of deliveries that are all of one source. */
  static DeliveryColumns of(List<Delivery> deliveries) {
    Columns columns = new Columns(deliveries);
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("source", columns.of(Delivery::source));
    parameters.put("parser_version", Notification.PARSER_VERSION);
    parameters.put("received_at", columns.of(delivery -> delivery.receivedAt().toString()));
    parameters.put("occurred_at", columns.said(Notification::occurredAt));
    parameters.put("digest", columns.said(Notification::digest));
    parameters.put("event", columns.said(Notification::event));
    parameters.put("pbx_id", columns.said(Notification::pbxId));
    parameters.put("caller", columns.said(Notification::caller));
    parameters.put("receiver", columns.said(Notification::receiver));
    parameters.put("status", columns.said(Notification::status));
    parameters.put("duration", columns.said(Notification::duration));
    parameters.put("audio_path", columns.said(Notification::audioPath));
    parameters.put("fields", columns.said(notification -> FieldsJson.of(notification.fields())));
    parameters.put("remarks", columns.said(DeliveryColumns::remarks));
    return new DeliveryColumns(parameters);
  }

  private static String remarks(Notification notification) {
    return notification.remarks().stream().map(Remark::label).collect(Collectors.joining(","));
  }

  /** The arrays, each with a value of every delivery. */
  private record Columns(List<Delivery> deliveries) {

    @Nullable String[] said(Function<Notification, @Nullable Object> value) {
      return of(
          delivery -> {
            Object said = value.apply(delivery.notification());
            return said == null ? null : said.toString();
          });
    }

    @Nullable String[] of(Function<Delivery, @Nullable String> value) {
      @Nullable String[] column = new String[deliveries.size()];
      for (int row = 0; row < column.length; row++) {
        column[row] = value.apply(deliveries.get(row));
      }
      return column;
    }
  }
}
