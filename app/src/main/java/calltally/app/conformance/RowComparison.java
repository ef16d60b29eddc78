package calltally.app.conformance;

import calltally.exchange.field.FieldValue;
import calltally.exchange.field.Fields;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares rows with what is expected of them: only the columns that the expectation names. */
final class RowComparison {

  /** They say which row is meant. */
  private static final List<String> IDS = List.of("pbx_id", "attempt_no", "event", "occurred_at");

  private final String kind;
  private final ExpectedRows expected;
  private final List<Fields> left;

  private RowComparison(String kind, ExpectedRows expected, List<Fields> actual) {
    this.kind = kind;
    this.expected = expected;
    this.left = new ArrayList<>(actual);
  }

  /** One sentence for each difference, with file and line; rows may be in any order. */
  static List<String> differences(String kind, ExpectedRows expected, List<Fields> actual) {
    return new RowComparison(kind, expected, actual).differences();
  }

  private List<String> differences() {
    List<Integer> unmatched = matchAll();
    List<String> differences = new ArrayList<>();
    unmatched.forEach(i -> differences.add(expected.place(i) + ": " + difference(i)));
    left.forEach(
        row ->
            differences.add(
                "%s: %s not expected: %s".formatted(expected.place(), kind, text(row))));
    return differences;
  }

  /** Removes the rows that are as expected; returns the indices of expected rows without one. */
  private List<Integer> matchAll() {
    List<Integer> unmatched = new ArrayList<>();
    for (int i = 0; i < expected.rows().size(); i++) {
      Fields wanted = expected.rows().get(i);
      Optional<Fields> found =
          left.stream().filter(row -> wrong(wanted, row).isEmpty()).findFirst();
      found.ifPresent(left::remove);
      if (found.isEmpty()) {
        unmatched.add(i);
      }
    }
    return unmatched;
  }

  /** Of a row with the same ids, the columns that differ. */
  private String difference(int index) {
    Fields wanted = expected.rows().get(index);
    Optional<Fields> meant =
        left.stream()
            .filter(row -> IDS.stream().noneMatch(wrong(wanted, row)::contains))
            .min(Comparator.comparingInt(row -> wrong(wanted, row).size()));
    if (meant.isEmpty()) {
      return "%s missing: %s".formatted(kind, text(wanted));
    }
    left.remove(meant.get());
    return wrong(wanted, meant.get()).stream()
        .map(column -> rule(column, wanted, meant.get()))
        .collect(Collectors.joining("; ", kind + ": ", ""));
  }

  private static String rule(String column, Fields wanted, Fields row) {
    return row.values().containsKey(column)
        ? "%s must be %s (was %s)".formatted(column, value(column, wanted), value(column, row))
        : "there is no column %s (there are %s)"
            .formatted(column, String.join(", ", new TreeSet<>(row.values().keySet())));
  }

  private static List<String> wrong(Fields wanted, Fields row) {
    return wanted.values().keySet().stream()
        .filter(name -> !row.values().containsKey(name) || !isEqual(name, wanted, row))
        .toList();
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
    return row.values().keySet().stream()
        .map(name -> name + " " + value(name, row))
        .collect(Collectors.joining(", "));
  }

  private static String value(String name, Fields row) {
    return row.text(name)
        .orElseGet(
            () ->
                row.values().get(name) instanceof FieldValue.Items items
                    ? items.items().stream()
                        .map(item -> item instanceof FieldValue.Text text ? text.text() : "…")
                        .toList()
                        .toString()
                    : "null");
  }
}
