package calltally.sql.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who stands behind the numbers of a source; on one day a number has one manager and one name as a
 * line.
 */
public record Directory(Set<ManagerNumber> managers, Set<Line> lines) {

  /** No number is known. */
  public static final Directory EMPTY = new Directory(Set.of(), Set.of());

  public Directory {
    managers = Set.copyOf(managers);
    lines = Set.copyOf(lines);
    requireOneOwner("manager", managers);
    requireOneOwner("line", lines);
  }

  private static void requireOneOwner(String kind, Collection<? extends DirectoryEntry> entries) {
    Map<String, List<DirectoryEntry>> known = new HashMap<>();
    for (DirectoryEntry entry : entries) {
      List<DirectoryEntry> others =
          known.computeIfAbsent(entry.number(), number -> new ArrayList<>());
      for (DirectoryEntry other : others) {
        if (other.validity().overlaps(entry.validity())) {
          throw new IllegalArgumentException(
              "directory could not be used: a number has one %s a day, was given to %s and %s"
                  .formatted(kind, other.name(), entry.name()));
        }
      }
      others.add(entry);
    }
  }
}
