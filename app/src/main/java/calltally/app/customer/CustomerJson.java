package calltally.app.customer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * What is kept about a customer as one JSON object that people can read too.
 *
 * @param out where it is printed
 */
public record CustomerJson(PrintStream out) {

  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Writes it.
   *
   * @param number as somebody asked for it
   * @param traces JSON objects by source and kind
   */
  public void write(
      String number, Map<String, Map<String, List<String>>> traces, List<CustomerFiles.Named> files)
      throws IOException {
    JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter();
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.writeStartObject();
    json.writeStringField("number", number);
    json.writeObjectFieldStart("sources");
    for (Map.Entry<String, Map<String, List<String>>> source : traces.entrySet()) {
      json.writeObjectFieldStart(source.getKey());
      for (Map.Entry<String, List<String>> kind : source.getValue().entrySet()) {
        json.writeArrayFieldStart(kind.getKey());
        for (String trace : kind.getValue()) {
          json.writeRawValue(trace);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeArrayFieldStart("files");
    for (CustomerFiles.Named file : files) {
      json.writeStartObject();
      json.writeStringField("path", file.path().toString());
      json.writeStringField("why", file.why());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
    out.println();
  }
}
