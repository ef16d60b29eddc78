package calltally.app.demo.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A notification's fields as one JSON object. */
public final class WebhookJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private WebhookJson() {}

  /**
   * The fields in their order.
   *
   * @param fields texts, numbers, lists of texts, null, and objects of the same
   */
  public static String text(Map<String, ? extends @Nullable Object> fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      write(fields, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Leaves the stream open. */
  static void writeLines(List<WebhookDelivery> deliveries, OutputStream out) throws IOException {
    JsonGenerator json = FACTORY.createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setRootValueSeparator(null);
    for (WebhookDelivery delivery : deliveries) {
      write(delivery.fields(), json);
      json.writeRaw('\n');
    }
    json.close();
  }

  private static void write(Map<?, ? extends @Nullable Object> fields, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ? extends @Nullable Object> field : fields.entrySet()) {
      json.writeFieldName(String.valueOf(field.getKey()));
      write(field.getValue(), json);
    }
    json.writeEndObject();
  }

  private static void write(@Nullable Object value, JsonGenerator json) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Number number) {
      json.writeNumber(number.toString());
    } else if (value instanceof Map<?, ?> members) {
      write(members, json);
    } else if (value instanceof List<?> items) {
      write(items, json);
    } else {
      json.writeString(value.toString());
    }
  }

  private static void write(List<?> items, JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (Object item : items) {
      json.writeString(String.valueOf(item));
    }
    json.writeEndArray();
  }
}
