package calltally.exchange.field;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The value of a field, as sent. */
public sealed interface FieldValue {

  /** Text: any value of a form or a query, or a string in JSON. */
  record Text(String text) implements FieldValue {}

  /**
   * A number, true, false or null in JSON.
   *
   * @param text exactly as sent
   */
  record Literal(String text) implements FieldValue {

    public static final Literal TRUE = new Literal("true");
    public static final Literal FALSE = new Literal("false");
    public static final Literal NULL = new Literal("null");
  }

  /** An array in JSON. */
  record Items(List<FieldValue> items) implements FieldValue {

    public Items {
      items = List.copyOf(items);
    }
  }

  /** An object in JSON, inside another value. */
  record Members(Map<String, FieldValue> members) implements FieldValue {

    public Members {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }
}
