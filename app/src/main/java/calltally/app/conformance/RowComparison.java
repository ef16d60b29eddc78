package calltally.app.conformance;

import calltally.exchange.field.FieldValue;
import calltally.exchange.field.Fields;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares rows with what is expected of them: only the columns that the expectation names. */
final class RowComparison {

  private RowComparison() {}

  /** One sentence for each difference; rows may be in any order. */
  static List<String> differences(String kind, List<Fields> expected, List<Fields> actual) {
    List<String> differences = new ArrayList<>();
    List<Fields> left = new ArrayList<>(actual);
    for (Fields wanted : expected) {
      Fields found = left.stream().filter(row -> isLike(wanted, row)).findFirst().orElse(null);
      if (found == null) {
        differences.add("%s missing: %s".formatted(kind, text(wanted)));
      } else {
        left.remove(found);
      }
    }
    left.forEach(row -> differences.add("%s not expected: %s".formatted(kind, text(row))));
    return differences;
  }

  private static boolean isLike(Fields wanted, Fields row) {
    return wanted.values().keySet().stream()
        .allMatch(name -> row.values().containsKey(name) && isEqual(name, wanted, row));
  }

  private static boolean isEqual(String name, Fields wanted, Fields row) {
    if (wanted.values().get(name) instanceof FieldValue.Items items) {
      return items.equals(row.values().get(name));
    }
    String one = wanted.text(name).orElse(null);
    String other = row.text(name).orElse(null);
    if (one == null || other == null) {
      return Objects.equals(one, other);
    }
    return isEqual(one, other);
  }

  private static boolean isEqual(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    try {
      return OffsetDateTime.parse(one).isEqual(OffsetDateTime.parse(other));
    } catch (DateTimeException noTime) {
      BigDecimal number = number(one);
      BigDecimal otherNumber = number(other);
      return number != null && otherNumber != null && number.compareTo(otherNumber) == 0;
    }
  }

  private static @Nullable BigDecimal number(String text) {
    return text.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(text) : null;
  }

  private static String text(Fields row) {
    List<String> parts = new ArrayList<>();
    row.values()
        .keySet()
        .forEach(
            name ->
                parts.add(
                    name
                        + " "
                        + row.text(name)
                            .orElseGet(
                                () ->
                                    row.values().get(name) instanceof FieldValue.Items items
                                        ? items.items().toString()
                                        : "null")));
    return String.join(", ", parts);
  }
}
