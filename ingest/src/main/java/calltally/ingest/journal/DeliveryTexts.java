package calltally.ingest.journal;

import calltally.ingest.notification.Notification;
import calltally.ingest.notification.Remark;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as the journal takes it: a text for each column.
 *
 * @param values in the order of {@link #COLUMNS}; null where it says nothing
 */
record DeliveryTexts(List<@Nullable String> values) implements Written {

  /** Parameters of {@code journal.append_columns}. */
  static final List<String> COLUMNS =
      List.of(
          "source",
          "received_at",
          "occurred_at",
          "digest",
          "event",
          "pbx_id",
          "caller",
          "receiver",
          "status",
          "duration",
          "audio_path",
          "fields",
          "method",
          "channel",
          "parser_version",
          "remarks");

  static DeliveryTexts of(Delivery delivery) {
    Notification notification = delivery.notification();
    return new DeliveryTexts(
        Arrays.asList(
            delivery.source(),
            delivery.receivedAt().toString(),
            text(notification.occurredAt()),
            notification.digest(),
            notification.event(),
            notification.pbxId(),
            notification.caller(),
            notification.receiver(),
            text(notification.status()),
            text(notification.duration()),
            text(notification.audioPath()),
            FieldsJson.of(notification.fields()),
            delivery.method().name(),
            delivery.method().channel(),
            String.valueOf(Notification.PARSER_VERSION),
            notification.remarks().stream().map(Remark::label).collect(Collectors.joining(","))));
  }

  @Override
  public int length() {
    int length = 0;
    for (String value : values) {
      length += value == null ? 0 : value.length();
    }
    return length;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
