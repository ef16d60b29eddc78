package calltally.app.conformance;

import calltally.exchange.field.FieldValue;
import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JSON file of a conformance folder: an object of which the keys are known. */
final class ExpectedFile {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Path file;
  private final String text;
  private final Fields fields;

  private ExpectedFile(Path file, String text) throws IOException {
    this.file = file;
    this.text = text;
    this.fields = parsed();
  }

  /**
   * The object in the file.
   *
   * @throws FaultInFolder when it is none, or has others than these keys
   */
  static ExpectedFile read(Path file, Set<String> keys) throws IOException {
    ExpectedFile expected = new ExpectedFile(file, TextFile.read(file));
    expected.requireKeys("a key", expected.fields, keys);
    return expected;
  }

  Fields fields() {
    return fields;
  }

  /** The objects of a list, each with no other than these keys; a fault when it is none. */
  ExpectedRows list(String name, Set<String> keys) {
    List<Fields> objects = fields.all(name);
    if (!(fields.values().get(name) instanceof FieldValue.Items items)
        || items.items().size() != objects.size()) {
      throw fault(name, "%s must be a list of objects".formatted(name));
    }
    objects.forEach(object -> requireKeys("a key of " + name, object, keys));
    return new ExpectedRows(file, lineOf(name), objects, linesOf(name));
  }

  /** A fault if an object has others than these keys. */
  void requireKeys(String subject, Fields object, Collection<String> keys) {
    Set<String> unknown = new TreeSet<>(object.values().keySet());
    unknown.removeAll(keys);
    for (String key : unknown) {
      throw fault(
          key,
          "%s must be one of %s (was %s)"
              .formatted(subject, String.join(", ", new TreeSet<>(keys)), key));
    }
  }

  /** What is wrong with the value of a key. */
  FaultInFolder fault(String key, String rule) {
    return new FaultInFolder(file, lineOf(key), rule);
  }

  private Fields parsed() throws IOException {
    try (JsonParser parser = JSON.createParser(text)) {
      while (parser.nextToken() != null) {
        // Reads to the end, or to the fault.
      }
      return Fields.kept(text);
    } catch (JsonProcessingException e) {
      throw new FaultInFolder(
          file,
          e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
          "JSON must be well formed (%s)".formatted(e.getOriginalMessage()));
    } catch (NotANotification e) {
      throw new FaultInFolder(file, 1, e.rule());
    }
  }

  /** The lines on which the objects of a list begin. */
  private List<Integer> linesOf(String key) {
    List<Integer> lines = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(text)) {
      JsonToken unused = parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean isMeant = parser.currentName().equals(key);
        if (parser.nextToken() == JsonToken.START_ARRAY && isMeant) {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            lines.add(parser.currentTokenLocation().getLineNr());
            parser.skipChildren();
          }
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /** The first line that names the key; 1 where it is missing. */
  private int lineOf(String key) {
    Matcher name = Pattern.compile('"' + Pattern.quote(key) + "\"\\s*:").matcher(text);
    int at = name.find() ? name.start() : 0;
    return 1 + (int) text.chars().limit(at).filter(c -> c == '\n').count();
  }
}
