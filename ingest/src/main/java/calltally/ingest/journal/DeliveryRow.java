package calltally.ingest.journal;

import calltally.ingest.notification.FieldValue;
import calltally.ingest.notification.Notification;
import calltally.ingest.notification.Remark;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A delivery as the JSON object that {@code journal.append} takes. */
final class DeliveryRow {

  private static final JsonFactory JSON = new JsonFactory();

  /** Numbers that PostgreSQL gives back as they were written; all others are kept as text. */
  private static final Pattern LASTING_NUMBER = Pattern.compile("(?!-0(\\.0+)?$)-?\\d+(\\.\\d+)?");

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
    writeMembers(notification.fields().values());
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

  private void writeMembers(Map<String, FieldValue> members) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, FieldValue> member : members.entrySet()) {
      json.writeFieldName(member.getKey());
      write(member.getValue());
    }
    json.writeEndObject();
  }

  private void write(FieldValue value) throws IOException {
    if (value instanceof FieldValue.Text text) {
      json.writeString(text.text());
    } else if (value instanceof FieldValue.Literal literal) {
      writeLiteral(literal.text());
    } else if (value instanceof FieldValue.Items items) {
      writeItems(items.items());
    } else if (value instanceof FieldValue.Members members) {
      writeMembers(members.members());
    }
  }

  private void writeLiteral(String literal) throws IOException {
    switch (literal) {
      case "true", "false" -> json.writeBoolean(literal.equals("true"));
      case "null" -> json.writeNull();
      default -> writeNumber(literal);
    }
  }

  private void writeNumber(String literal) throws IOException {
    if (LASTING_NUMBER.matcher(literal).matches()) {
      json.writeNumber(literal);
    } else {
      json.writeString(literal);
    }
  }

  private void writeItems(List<FieldValue> items) throws IOException {
    json.writeStartArray();
    for (FieldValue item : items) {
      write(item);
    }
    json.writeEndArray();
  }
}
