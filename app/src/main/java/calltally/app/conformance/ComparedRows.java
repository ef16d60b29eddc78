package calltally.app.conformance;

import calltally.exchange.field.Fields;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the figures of a source depend on, in the rows of a database. */
record ComparedRows(DerivedRows rows) {

  private static final List<String> OF_CALLS =
      List.of(
          "pbx_id",
          "direction",
          "outcome",
          "missed_reason",
          "started_at",
          "answered_at",
          "ended_at",
          "line",
          "manager");

  private static final List<String> OF_ATTEMPTS =
      List.of("pbx_id", "manager", "outcome", "ring_seconds", "talk_seconds");

  /** A line for each call, then one for each attempt. */
  List<String> of(String source) {
    return Stream.concat(
            rows.calls(source).stream().map(call -> text(call, OF_CALLS)),
            rows.attempts(source).stream().map(attempt -> text(attempt, OF_ATTEMPTS)))
        .toList();
  }

  private static String text(Fields row, List<String> columns) {
    return columns.stream()
        .map(column -> row.text(column).orElse("-"))
        .collect(Collectors.joining(" "));
  }
}
