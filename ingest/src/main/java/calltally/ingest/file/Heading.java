package calltally.ingest.file;

import calltally.ingest.file.line.DamagedLine;
import calltally.ingest.file.line.FileLine;
import calltally.ingest.file.table.TableText;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The names of a table's columns.
 *
 * @param names in lower case
 */
record Heading(List<String> names) {

  private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]");

  /** The heading in a line; without names where the line cannot be read. */
  static Heading of(FileLine line, TableText text) {
    try {
      return new Heading(
          text.cells(line).stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList());
    } catch (DamagedLine e) {
      return new Heading(List.of());
    }
  }

  /** The name of a column, of which only letters and digits count. */
  String plain(int place) {
    return PUNCTUATION.matcher(names.get(place)).replaceAll("");
  }

  /** The columns that have one of the names, in the order of the names. */
  List<Integer> places(List<String> plainNames) {
    return plainNames.stream()
        .flatMap(
            name ->
                IntStream.range(0, names.size()).boxed().filter(place -> plain(place).equals(name)))
        .toList();
  }

  /** Refuses a row of another width, in which no cell has a certain place. */
  void requireAsMany(List<String> cells) {
    if (cells.size() != names.size()) {
      throw new DamagedLine(
          null,
          "a line must have as many cells as the heading, %d (was %d)%s"
              .formatted(
                  names.size(),
                  cells.size(),
                  cells.size() > names.size()
                      ? ": a cell that contains the separator must be in quotes"
                      : ""));
    }
  }

  boolean hasAnyOf(Collection<String> some) {
    return names.stream().anyMatch(some::contains);
  }

  /** Whether a row repeats the heading, as in files that were joined. */
  boolean isRepeatedBy(List<String> cells) {
    return cells.size() == names.size()
        && IntStream.range(0, cells.size())
            .allMatch(place -> cells.get(place).toLowerCase(Locale.ROOT).equals(names.get(place)));
  }
}
