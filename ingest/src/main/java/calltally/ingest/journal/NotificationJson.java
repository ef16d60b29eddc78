package calltally.ingest.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The row of a notification as a JSON object, with a member per non-null column.
 *
 * <p>Files of the spool contain it: later versions must read what earlier ones wrote.
 */
final class NotificationJson {

  private static final JsonFactory JSON = new JsonFactory();

  private NotificationJson() {}

  static String of(NotificationRow row) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(row, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The row; empty when the text is no such object. */
  static Optional<NotificationRow> parse(String text) {
    try (JsonParser json = JSON.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      Map<String, String> members = members(json, text);
      return json.currentToken() == JsonToken.END_OBJECT
          ? Optional.of(row(members))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void write(NotificationRow row, JsonGenerator json) throws IOException {
    json.writeStartObject();
    Iterator<@Nullable String> values = row.values().iterator();
    for (NotificationColumn column : NotificationColumn.ALL) {
      String value = values.next();
      if (value != null) {
        json.writeFieldName(column.label());
        write(column, value, json);
      }
    }
    json.writeEndObject();
  }

  private static void write(NotificationColumn column, String value, JsonGenerator json)
      throws IOException {
    switch (column) {
      case FIELDS, PARSER_VERSION -> json.writeRawValue(value);
      case REMARKS -> writeWords(value, json);
      default -> json.writeString(value);
    }
  }

  private static void writeWords(String joined, JsonGenerator json) throws IOException {
    String[] words = joined.isEmpty() ? new String[0] : joined.split(",");
    json.writeArray(words, 0, words.length);
  }

  /** The members that are not null. */
  private static Map<String, String> members(JsonParser json, String text) throws IOException {
    Map<String, String> members = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      String value = value(json, text);
      if (value != null) {
        members.put(name, value);
      }
    }
    return members;
  }

  /** The text of a member; words are joined by commas, an object stays as it is. */
  private static @Nullable String value(JsonParser json, String text) throws IOException {
    JsonToken token = json.nextToken();
    if (token == JsonToken.START_ARRAY) {
      return words(json);
    }
    if (token == JsonToken.START_OBJECT) {
      int start = (int) json.currentTokenLocation().getCharOffset();
      json.skipChildren();
      return text.substring(start, (int) json.currentLocation().getCharOffset());
    }
    return token == JsonToken.VALUE_NULL ? null : json.getText();
  }

  private static String words(JsonParser json) throws IOException {
    StringBuilder words = new StringBuilder();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      words.append(words.length() == 0 ? "" : ",").append(json.getText());
    }
    return words.toString();
  }

  private static NotificationRow row(Map<String, String> members) {
    return new NotificationRow(
        Arrays.asList(
            NotificationColumn.ALL.stream()
                .map(column -> members.get(column.label()))
                .toArray(String[]::new)));
  }
}
