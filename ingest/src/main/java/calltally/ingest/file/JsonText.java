package calltally.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.exchange.request.Bytes;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes fields as the JSON object of a notification. */
final class JsonText {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonText() {}

  /** Writes values as strings; arrays and objects stay what they are. */
  static Bytes of(Map<String, String> fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      for (Map.Entry<String, String> field : fields.entrySet()) {
        json.writeFieldName(field.getKey());
        write(field.getValue(), json);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bytes.of(text.toString().getBytes(UTF_8));
  }

  private static void write(String value, JsonGenerator json) throws IOException {
    if (isStructure(value)) {
      json.writeRawValue(value);
    } else {
      json.writeString(value);
    }
  }

  private static boolean isStructure(String text) {
    if (!text.startsWith("[") && !text.startsWith("{")) {
      return false;
    }
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      parser.skipChildren();
      return parser.currentToken() != null
          && parser.currentToken().isStructEnd()
          && parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }
}
