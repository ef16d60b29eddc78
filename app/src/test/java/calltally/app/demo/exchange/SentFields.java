package calltally.app.demo.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fields as texts, the way a receiver compares them; null is as good as absent. */
final class SentFields {

  private static final JsonFactory FACTORY = new JsonFactory();

  private SentFields() {}

  static Map<String, String> asText(WebhookDelivery delivery) {
    Map<String, String> fields = new LinkedHashMap<>();
    delivery
        .fields()
        .forEach(
            (name, value) -> {
              if (value != null) {
                fields.put(name, value.toString());
              }
            });
    return fields;
  }

  static Map<String, String> ofUrlencoded(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      fields.put(
          URLDecoder.decode(pair.substring(0, equals), UTF_8),
          URLDecoder.decode(pair.substring(equals + 1), UTF_8));
    }
    return fields;
  }

  static Map<String, String> ofJson(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    try (JsonParser json = FACTORY.createParser(text)) {
      json.nextToken();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (value == JsonToken.START_ARRAY) {
          fields.put(name, list(json).toString());
        } else if (value != JsonToken.VALUE_NULL) {
          fields.put(name, json.getText());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fields;
  }

  private static List<String> list(JsonParser json) throws IOException {
    List<String> items = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      items.add(json.getText());
    }
    return items;
  }
}
