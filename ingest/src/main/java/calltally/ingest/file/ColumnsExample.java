package calltally.ingest.file;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The beginning of a file for {@code --columns}, with the names of a file's own heading. */
final class ColumnsExample {

  private ColumnsExample() {}

  /** The columns as they were understood, in one line of YAML. */
  static String of(Heading heading, CallListColumns columns) {
    return Stream.of(CallColumn.values())
        .filter(column -> columns.isNamedBy(heading, column))
        .map(column -> column.key() + ": " + names(heading, columns.names(column)))
        .collect(Collectors.joining(", ", "columns: {", "}"));
  }

  private static String names(Heading heading, List<String> known) {
    return heading.places(known).stream()
        .map(place -> heading.names().get(place))
        .map(ColumnsExample::quoted)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String name) {
    return name.matches("[\\p{L}][\\p{L}\\d _]*") ? name : "'" + name.replace("'", "''") + "'";
  }
}
