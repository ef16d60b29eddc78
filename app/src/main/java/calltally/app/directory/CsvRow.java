package calltally.app.directory;

import calltally.app.terminal.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One row of a CSV file, read cell by cell; notes all problems. */
final class CsvRow {

  /** Not the decimal comma of a number that a spreadsheet rounded, such as 3,75E+11. */
  private static final Pattern SEPARATOR = Pattern.compile("[;\\v]|,(?!\\d+E\\+\\d)");

  private static final Pattern ROUNDED = Pattern.compile("\\+?\\d,\\d+E\\+\\d+");

  private final EntryPosition position;
  private final CsvHeader heading;
  private final List<String> cells;
  private final Consumer<Message> problems;
  private boolean isBroken;

  CsvRow(
      EntryPosition position, CsvHeader heading, List<String> cells, Consumer<Message> problems) {
    this.position = position;
    this.heading = heading;
    this.cells = joined(cells);
    this.problems = problems;
  }

  /** The cells, with a rounded number whole again where its decimal comma separated it. */
  private static List<String> joined(List<String> cells) {
    List<String> joined = new ArrayList<>();
    for (String cell : cells) {
      int last = joined.size() - 1;
      String both = last < 0 ? "" : joined.get(last).strip() + "," + cell.strip();
      if (ROUNDED.matcher(both).matches()) {
        joined.set(last, both);
      } else {
        joined.add(cell);
      }
    }
    return joined;
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
    IntStream.range(0, cells.size())
        .filter(index -> !cells.get(index).isBlank() && !hasHeading(index))
        .reduce((before, last) -> last)
        .ifPresent(this::refuseCell);
  }

  private boolean hasHeading(int index) {
    return index < heading.columns().size() && !heading.columns().get(index).isEmpty();
  }

  private void refuseCell(int last) {
    isBroken = true;
    long known = heading.columns().stream().filter(column -> !column.isEmpty()).count();
    problems.accept(
        position.problem(
            Message.of("directory.csv.cells", known, last + 1, shown(stripped(cells.get(last))))));
  }

  /** The line's number, or all of the manager's numbers. */
  private List<String> numbers() {
    String field = heading.kind().numberField();
    String text = cell(field);
    if (text.isEmpty()) {
      refuse(field, Message.of("configuration.missing"));
      return List.of();
    }
    return heading.kind() == EntryKind.LINE ? List.of(text) : Arrays.asList(SEPARATOR.split(text));
  }

  private <T> T required(String column, EntryRule<T> rule, T standIn) {
    if (cell(column).isEmpty()) {
      refuse(column, Message.of("configuration.missing"));
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
      refuse(column, Message.of("configuration.was", rule.need(), shown(text)));
      return null;
    }
  }

  private void refuse(String column, Message problem) {
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
