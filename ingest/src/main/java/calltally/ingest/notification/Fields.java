package calltally.ingest.notification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a notification, as sent, in order of arrival.
 *
 * @param values by name; of a repeated field, the last value
 */
public record Fields(Map<String, FieldValue> values) {

  static final Fields NONE = new Fields(Map.of());
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
  Fields over(Fields others) {
    if (others.values.isEmpty()) {
      return this;
    }
    Map<String, FieldValue> merged = new LinkedHashMap<>(others.values);
    merged.putAll(values);
    return new Fields(merged);
  }

  /** The text of a scalar, untrimmed; empty when the field is absent, null or a structure. */
  Optional<String> text(String name) {
    FieldValue value = values.get(name);
    if (value instanceof FieldValue.Text text) {
      return Optional.of(text.text());
    }
    return value instanceof FieldValue.Literal literal && has(name)
        ? Optional.of(literal.text())
        : Optional.empty();
  }

  /** Whether the field was sent with a value; null is not a value. */
  boolean has(String name) {
    FieldValue value = values.get(name);
    return value != null && !value.equals(FieldValue.Literal.NULL);
  }
}
