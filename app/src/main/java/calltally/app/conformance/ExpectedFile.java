package calltally.app.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.exchange.field.FieldValue;
import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A JSON file of a conformance folder: an object of which the keys are known. */
final class ExpectedFile {

  private static final JsonFactory JSON = new JsonFactory();

  private final Path file;
  private final String text;

  private ExpectedFile(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  /** The object in the file; others than these keys are a fault. */
  static Fields read(Path file, Set<String> keys) throws IOException {
    ExpectedFile expected = new ExpectedFile(file, Files.readString(file, UTF_8));
    Fields fields = expected.fields();
    Set<String> unknown = new TreeSet<>(fields.values().keySet());
    unknown.removeAll(keys);
    for (String key : unknown) {
      throw new FaultInFolder(
          file,
          expected.lineOf(key),
          "a key must be one of %s (was %s)".formatted(new TreeSet<>(keys), key));
    }
    return fields;
  }

  /** The line on which a key stands first; 1 when it is nowhere. */
  static int line(Path file, String key) {
    try {
      return new ExpectedFile(file, Files.readString(file, UTF_8)).lineOf(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The objects of a list; a fault when it is none. */
  static ExpectedRows list(Path file, Fields fields, String key) throws IOException {
    ExpectedFile expected = new ExpectedFile(file, Files.readString(file, UTF_8));
    FieldValue value = fields.values().get(key);
    List<Fields> objects = fields.all(key);
    if (value instanceof FieldValue.Items items && items.items().size() == objects.size()) {
      return new ExpectedRows(file, expected.lineOf(key), objects, expected.linesOf(key));
    }
    throw new FaultInFolder(
        file, expected.lineOf(key), "%s must be a list of objects".formatted(key));
  }

  private Fields fields() throws IOException {
    try (JsonParser parser = JSON.createParser(text)) {
      while (parser.nextToken() != null) {
        // Reads to the end, or to the fault.
      }
      return Fields.kept(text);
    } catch (JsonProcessingException e) {
      throw new FaultInFolder(
          file,
          e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
          "JSON must be well formed");
    } catch (NotANotification e) {
      throw new FaultInFolder(file, 1, e.rule());
    }
  }

  /** The lines on which the objects of a list begin. */
  private List<Integer> linesOf(String key) throws IOException {
    List<Integer> lines = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(text)) {
      JsonToken unused = parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean isMeant = parser.currentName().equals(key);
        if (parser.nextToken() == JsonToken.START_ARRAY && isMeant) {
          lines.clear();
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            lines.add(parser.currentTokenLocation().getLineNr());
            parser.skipChildren();
          }
        } else {
          parser.skipChildren();
        }
      }
    }
    return lines;
  }

  private int lineOf(String key) {
    int at = Math.max(0, text.indexOf('"' + key + '"'));
    return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
