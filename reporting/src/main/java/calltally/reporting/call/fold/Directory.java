package calltally.reporting.call.fold;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The managers and lines behind a source's numbers.
 *
 * @param managers by number
 * @param lines by number
 */
public record Directory(
    Map<String, List<DirectoryEntry>> managers, Map<String, List<DirectoryEntry>> lines) {

  /** Lists no number: each stands for itself. */
  static final Directory EMPTY = new Directory(Map.of(), Map.of());

  public Directory {
    managers = Map.copyOf(managers);
    lines = Map.copyOf(lines);
  }

  /** The manager who has the number on that local date. */
  Optional<DirectoryEntry> manager(String number, LocalDate date) {
    return valid(managers, number, date);
  }

  /** The line with that number on that local date. */
  Optional<DirectoryEntry> line(String number, LocalDate date) {
    return valid(lines, number, date);
  }

  private static Optional<DirectoryEntry> valid(
      Map<String, List<DirectoryEntry>> entries, String number, LocalDate date) {
    for (DirectoryEntry entry : entries.getOrDefault(number, List.of())) {
      if (entry.validOn(date)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }
}
