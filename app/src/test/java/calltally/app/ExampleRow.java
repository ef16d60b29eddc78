package calltally.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** A row as text, whether a database or a worked example gives it. */
final class ExampleRow {

  private ExampleRow() {}

  /** Those columns of the row that the example names. */
  static String picked(Record row, JsonNode expected) {
    return fields(expected)
        .map(field -> field + "=" + value(row.get(field)))
        .collect(Collectors.joining("\n"));
  }

  static String text(JsonNode expected) {
    return fields(expected)
        .map(field -> field + "=" + value(expected.get(field)))
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> fields(JsonNode expected) {
    List<String> names = new ArrayList<>();
    expected.fieldNames().forEachRemaining(names::add);
    return names.stream();
  }

  private static String value(@Nullable Object value) {
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    if (value instanceof java.sql.Timestamp instant) {
      return instant.toInstant().toString();
    }
    if (value instanceof java.time.OffsetDateTime instant) {
      return instant.toInstant().toString();
    }
    if (value instanceof Object[] array) {
      return List.of(array).toString();
    }
    return String.valueOf(value);
  }

  private static String value(JsonNode value) {
    if (value.isNumber()) {
      return value.decimalValue().stripTrailingZeros().toPlainString();
    }
    if (value.isArray()) {
      List<String> elements = new ArrayList<>();
      value.forEach(element -> elements.add(element.asText()));
      return elements.toString();
    }
    String text = value.asText();
    return text.matches("\\d{4}-\\d\\d-\\d\\dT.*Z") ? Instant.parse(text).toString() : text;
  }
}
