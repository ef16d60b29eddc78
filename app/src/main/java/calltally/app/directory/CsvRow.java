package calltally.app.directory;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One row of a CSV file, read cell by cell; notes all problems. */
final class CsvRow {

  private final EntryPosition position;
  private final CsvHeader heading;
  private final List<String> cells;
  private final Consumer<String> problems;
  private boolean isBroken;

  CsvRow(EntryPosition position, CsvHeader heading, List<String> cells, Consumer<String> problems) {
    this.position = position;
    this.heading = heading;
    this.cells = cells;
    this.problems = problems;
  }

  /** The entry, as far as it is readable. */
  RawEntry entry() {
    requireHeadings();
    return new RawEntry(
        position,
        heading.kind(),
        required("name", EntryRule.NAME, ""),
        optional("department", EntryRule.NAME),
        numbers(),
        optional("from", EntryRule.DAY),
        optional("to", EntryRule.DAY),
        optional("source", EntryRule.NAME),
        !isBroken);
  }

  private void requireHeadings() {
    boolean hasMore =
        IntStream.range(0, cells.size())
            .filter(index -> !cells.get(index).isBlank())
            .anyMatch(
                index ->
                    index >= heading.columns().size() || heading.columns().get(index).isEmpty());
    if (hasMore) {
      isBroken = true;
      problems.accept(
          "%s: a row must have as many cells as the header, %d (was %d); quote a cell that contains the separator"
              .formatted(
                  position.entry(),
                  heading.columns().stream().filter(column -> !column.isEmpty()).count(),
                  cells.size()));
    }
  }

  /** The line's number, or all of the manager's numbers. */
  private List<String> numbers() {
    String field = heading.kind().numberField();
    String text = cell(field);
    if (text.isEmpty()) {
      refuse(field, "missing value");
      return List.of();
    }
    return heading.kind() == EntryKind.LINE ? List.of(text) : Arrays.asList(text.split("[;,\\v]"));
  }

  private <T> T required(String column, EntryRule<T> rule, T standIn) {
    if (cell(column).isEmpty()) {
      refuse(column, "missing value");
    }
    T value = optional(column, rule);
    return value == null ? standIn : value;
  }

  private <T> @Nullable T optional(String column, EntryRule<T> rule) {
    String text = cell(column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return rule.parse().apply(text);
    } catch (RuntimeException e) {
      refuse(column, "must be " + rule.words() + " (was " + shown(text) + ")");
      return null;
    }
  }

  private void refuse(String column, String problem) {
    isBroken = true;
    problems.accept(position.problem(column, problem));
  }

  /** The cell's text; blank if the row or the header does not have the column. */
  private String cell(String column) {
    int index = heading.columns().indexOf(column);
    return index < 0 || index >= cells.size() ? "" : stripped(cells.get(index));
  }

  /** Removes spaces, among them the no-break spaces of spreadsheets and web pages. */
  private static String stripped(String cell) {
    return cell.replace('\u00A0', ' ').strip();
  }

  private static String shown(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining(" "));
  }
}
