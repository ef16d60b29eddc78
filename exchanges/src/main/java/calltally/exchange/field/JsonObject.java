package calltally.exchange.field;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the fields of a JSON object; numbers keep the literal that was sent. */
public final class JsonObject {

  private static final int LONGEST_NUMBER = 100;
  private static final int DEEPEST = 20;

  /** What was kept may wrap what was sent. */
  private static final int DEEPEST_KEPT = 40;

  private static final JsonFactory JSON = json(DEEPEST);
  private static final JsonFactory KEPT = json(DEEPEST_KEPT);

  private final String text;
  private final JsonFactory json;

  public JsonObject(String text) {
    this(text, JSON);
  }

  private JsonObject(String text, JsonFactory json) {
    this.text = text;
    this.json = json;
  }

  /** One that was read before. */
  static JsonObject kept(String text) {
    return new JsonObject(text, KEPT);
  }

  private static JsonFactory json(int deepest) {
    return JsonFactory.builder()
        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(deepest)
                .maxNameLength(200)
                .maxStringLength(1 << 20)
                .maxNumberLength(1 << 20)
                .build())
        .build();
  }

  public Fields fields() {
    try (JsonParser parser = json.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new NotANotification("JSON must be one object");
      }
      Map<String, FieldValue> values = members(parser);
      if (parser.nextToken() != null) {
        throw new NotANotification("nothing may follow the JSON object");
      }
      return new Fields(values);
    } catch (StreamConstraintsException e) {
      throw new NotANotification(
          "JSON must not exceed %d levels, nor its names 200 characters"
              .formatted(json.streamReadConstraints().getMaxNestingDepth()));
    } catch (IOException e) {
      throw new NotANotification("JSON must be well formed");
    }
  }

  private static Map<String, FieldValue> members(JsonParser parser) throws IOException {
    Map<String, FieldValue> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = StrictText.checked(parser.currentName());
      parser.nextToken();
      members.put(name, value(parser));
    }
    return members;
  }

  private static List<FieldValue> items(JsonParser parser) throws IOException {
    List<FieldValue> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return items;
  }

  private static FieldValue value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_STRING) {
      return new FieldValue.Text(StrictText.checked(parser.getText()));
    }
    if (token == JsonToken.START_OBJECT) {
      return new FieldValue.Members(members(parser));
    }
    return token == JsonToken.START_ARRAY
        ? new FieldValue.Items(items(parser))
        : new FieldValue.Literal(literal(parser));
  }

  private static String literal(JsonParser parser) throws IOException {
    String literal = parser.getText();
    if (literal.length() > LONGEST_NUMBER) {
      throw new NotANotification("a JSON number must not exceed " + LONGEST_NUMBER + " characters");
    }
    return literal;
  }
}
