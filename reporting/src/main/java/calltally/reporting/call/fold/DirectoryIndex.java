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
public record DirectoryIndex(
    Map<String, List<NumberAssignment>> managers, Map<String, List<NumberAssignment>> lines) {

  /** Lists no number: each stands for itself. */
  static final DirectoryIndex EMPTY = new DirectoryIndex(Map.of(), Map.of());

  public DirectoryIndex {
    managers = Map.copyOf(managers);
    lines = Map.copyOf(lines);
  }

  /** The manager who has the number on that local date. */
  Optional<NumberAssignment> manager(String number, LocalDate date) {
    return valid(managers, number, date);
  }

  /** The line with that number on that local date. */
  Optional<NumberAssignment> line(String number, LocalDate date) {
    return valid(lines, number, date);
  }

  private static Optional<NumberAssignment> valid(
      Map<String, List<NumberAssignment>> entries, String number, LocalDate date) {
    for (NumberAssignment entry : entries.getOrDefault(number, List.of())) {
      if (entry.validOn(date)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }
}
