package calltally.app.directory;

import calltally.app.terminal.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The header of a file: its columns, and the kind of entry that follows from them.
 *
 * @param columns in order; blank for a column without a name
 */
record CsvHeader(EntryKind kind, List<String> columns) {

  private static final List<String> OF_MANAGERS = List.of("name", "department", "numbers");
  private static final List<String> OF_LINES = List.of("number", "name", "department");
  private static final List<String> OPTIONAL = List.of("from", "to", "source");

  /** The last row that can be the header: those above it are titles. */
  static final int LAST_ROW = 10;

  /** The index of the header; 0 if none of the first rows looks like one. */
  static int rowOf(List<TableRows.Row> rows) {
    return IntStream.range(0, Math.min(LAST_ROW, rows.size()))
        .filter(index -> isHeader(rows.get(index).cells()))
        .findFirst()
        .orElse(0);
  }

  static boolean isHeader(List<String> cells) {
    List<String> columns = columns(cells);
    return columns.contains("name") && (columns.contains("number") || columns.contains("numbers"));
  }

  private static List<String> columns(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace('\u00A0', ' ').strip().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** Reads a header; empty, with the problems noted, if it is not valid. */
  static Optional<CsvHeader> read(
      EntryPosition position, List<String> cells, Consumer<Message> problems) {
    List<String> columns = columns(cells);
    List<Message> found = new ArrayList<>();
    if (columns.contains("numbers") == columns.contains("number") || !columns.contains("name")) {
      found.add(Message.of("directory.csv.header", String.join(",", cells)));
    } else {
      EntryKind kind = columns.contains("numbers") ? EntryKind.MANAGER : EntryKind.LINE;
      unknown(kind, columns, found);
      if (found.isEmpty()) {
        return Optional.of(new CsvHeader(kind, columns));
      }
    }
    found.forEach(problem -> problems.accept(position.problem(problem)));
    return Optional.empty();
  }

  private static void unknown(EntryKind kind, List<String> columns, List<Message> found) {
    List<String> known = new ArrayList<>(kind == EntryKind.MANAGER ? OF_MANAGERS : OF_LINES);
    known.addAll(OPTIONAL);
    for (int index = 0; index < columns.size(); index++) {
      String column = columns.get(index);
      if (!column.isEmpty() && !known.contains(column)) {
        found.add(Message.of("directory.csv.unknown_column", column, String.join(", ", known)));
      } else if (!column.isEmpty() && columns.indexOf(column) < index) {
        found.add(Message.of("directory.csv.repeated_column", column));
      }
    }
  }
}
