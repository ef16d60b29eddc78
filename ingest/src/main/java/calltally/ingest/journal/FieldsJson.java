package calltally.ingest.journal;

import calltally.exchange.field.FieldValue;
import calltally.exchange.field.Fields;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes the fields of a notification as the JSON object kept in the journal. */
record FieldsJson(JsonGenerator json) {

  private static final JsonFactory JSON = new JsonFactory();

  /** Numbers that PostgreSQL returns as written; all others are kept as text. */
  private static final Pattern LASTING_NUMBER = Pattern.compile("(?!-0(\\.0+)?$)-?\\d+(\\.\\d+)?");

  static String of(Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      new FieldsJson(json).write(fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  void write(Fields fields) throws IOException {
    writeMembers(fields.values());
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
