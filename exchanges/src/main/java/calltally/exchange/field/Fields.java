package calltally.exchange.field;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a notification, as sent, in order of arrival.
 *
 * @param values by name; of a repeated field, the last value
 */
public record Fields(Map<String, FieldValue> values) {

  public static final Fields NONE = new Fields(Map.of());
  private static final int MOST_FIELDS = 100;
  private static final int LONGEST_NAME = 200;

  public Fields {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    if (values.size() > MOST_FIELDS) {
      throw new NotANotification("a notification must not exceed " + MOST_FIELDS + " fields");
    }
    if (values.keySet().stream().anyMatch(name -> name.length() > LONGEST_NAME)) {
      throw new NotANotification("a field's name must not exceed " + LONGEST_NAME + " characters");
    }
  }

  /** These fields, and those of the others that are missing here. */
  public Fields over(Fields others) {
    if (others.values.isEmpty()) {
      return this;
    }
    Map<String, FieldValue> merged = new LinkedHashMap<>(others.values);
    merged.putAll(values);
    return new Fields(merged);
  }

  /** The text of a scalar, untrimmed; empty when the field is absent, null or a structure. */
  public Optional<String> text(String name) {
    FieldValue value = values.get(name);
    if (value instanceof FieldValue.Text text) {
      return Optional.of(text.text());
    }
    return value instanceof FieldValue.Literal literal && has(name)
        ? Optional.of(literal.text())
        : Optional.empty();
  }

  /** The fields of an object inside these; none where there is no object. */
  public Fields inside(String name) {
    return values.get(name) instanceof FieldValue.Members object
        ? new Fields(object.members())
        : NONE;
  }

  /** The objects of a list, or the values of an object, in order; others are left out. */
  public List<Fields> all(String name) {
    FieldValue value = values.get(name);
    Collection<FieldValue> items = List.of();
    if (value instanceof FieldValue.Items list) {
      items = list.items();
    } else if (value instanceof FieldValue.Members object) {
      items = object.members().values();
    }
    return items.stream()
        .filter(FieldValue.Members.class::isInstance)
        .map(item -> new Fields(((FieldValue.Members) item).members()))
        .toList();
  }

  /** The text of a scalar, without blanks around it; empty when it stands for no value. */
  public Optional<String> word(String name) {
    return text(name).map(String::strip).filter(word -> !word.isEmpty());
  }

  /** The JSON object that a text contains, with nothing around it. */
  public static Fields ofJson(String text) {
    return new JsonObject(text).fields();
  }

  /** Fields that the journal keeps, as JSON. */
  public static Fields kept(String json) {
    return JsonObject.kept(json).fields();
  }

  /** Whether the field was sent with a value; null is not a value. */
  public boolean has(String name) {
    FieldValue value = values.get(name);
    return value != null && !value.equals(FieldValue.Literal.NULL);
  }
}
