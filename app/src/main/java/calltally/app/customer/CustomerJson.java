package calltally.app.customer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Prints what is kept about a customer as one indented JSON object.
 *
 * @param out the output
 */
public record CustomerJson(PrintStream out) {

  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Prints the object.
   *
   * @param number as entered
   */
  public void write(String number, List<PersonalData> found) throws IOException {
    JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter();
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.writeStartObject();
    json.writeStringField("number", number);
    json.writeObjectFieldStart("sources");
    for (PersonalData data : found) {
      json.writeObjectFieldStart(data.source());
      write(data, json);
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
    json.flush();
    out.println();
  }

  private static void write(PersonalData data, JsonGenerator json) throws IOException {
    for (Map.Entry<String, List<String>> kind : data.rows().entrySet()) {
      json.writeArrayFieldStart(kind.getKey());
      for (String row : kind.getValue()) {
        json.writeRawValue(row);
      }
      json.writeEndArray();
    }
    if (!data.paths().isEmpty()) {
      writeFiles(data.paths(), json);
    }
  }

  private static void writeFiles(List<Path> paths, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("files");
    for (Path path : paths) {
      json.writeString(path.toString());
    }
    json.writeEndArray();
  }
}
