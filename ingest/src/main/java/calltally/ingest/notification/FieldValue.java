package calltally.ingest.notification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The value of a field as it was sent. */
public sealed interface FieldValue {

  /** A text: every value of a form or a query, a string of JSON. */
  record Text(String text) implements FieldValue {}

  /**
   * A number, true, false or null of JSON.
   *
   * @param text exactly as it was sent
   */
  record Literal(String text) implements FieldValue {

    static final Literal TRUE = new Literal("true");
    static final Literal FALSE = new Literal("false");
    static final Literal NULL = new Literal("null");
  }

  /** An array of JSON. */
  record Items(List<FieldValue> items) implements FieldValue {

    public Items {
      items = List.copyOf(items);
    }
  }

  /** An object of JSON inside another value. */
  record Members(Map<String, FieldValue> members) implements FieldValue {

    public Members {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }
}
