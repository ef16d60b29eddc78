package calltally.ingest.journal;

import calltally.ingest.notification.Notification;
import calltally.ingest.notification.Remark;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A delivery as the JSON object that {@code journal.append} takes. */
final class DeliveryRow {

  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator json;

  private DeliveryRow(JsonGenerator json) {
    this.json = json;
  }

  static String of(Delivery delivery) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      new DeliveryRow(json).write(delivery);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write(Delivery delivery) throws IOException {
    json.writeStartObject();
    json.writeStringField("source", delivery.source());
    json.writeStringField("received_at", delivery.receivedAt().toString());
    json.writeStringField("method", delivery.method().name());
    json.writeStringField("channel", delivery.method().channel());
    json.writeNumberField("parser_version", Notification.PARSER_VERSION);
    write(delivery.notification());
    json.writeEndObject();
  }

  private void write(Notification notification) throws IOException {
    json.writeStringField("digest", notification.digest());
    json.writeStringField("event", notification.event());
    writeUnlessNull("occurred_at", notification.occurredAt());
    writeUnlessNull("pbx_id", notification.pbxId());
    writeUnlessNull("caller", notification.caller());
    writeUnlessNull("receiver", notification.receiver());
    writeUnlessNull("status", notification.status());
    writeUnlessNull("duration", notification.duration());
    writeUnlessNull("audio_path", notification.audioPath());
    json.writeFieldName("fields");
    new FieldsJson(json).write(notification.fields());
    json.writeArrayFieldStart("remarks");
    for (Remark remark : notification.remarks()) {
      json.writeString(remark.label());
    }
    json.writeEndArray();
  }

  private void writeUnlessNull(String name, @Nullable Object value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value.toString());
    }
  }
}
