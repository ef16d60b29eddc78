package calltally.exchange.testing;

import calltally.exchange.field.FieldValue;
import calltally.exchange.field.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a form as tests write them: {@code name=value}. */
public final class SentFields {

  private SentFields() {}

  /** Fields of which the last of a name counts. */
  public static Fields of(List<String> namesAndValues) {
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    for (String next : namesAndValues) {
      int equals = next.indexOf('=');
      fields.put(next.substring(0, equals), new FieldValue.Text(next.substring(equals + 1)));
    }
    return new Fields(fields);
  }
}
