package calltally.sql.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Managers and lines of a source; on one day a number has at most one manager and one line name.
 */
public record Directory(Set<ManagerNumber> managers, Set<Line> lines) {

  /** A directory without entries. */
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
              "cannot use directory: on one day a number must have one %s (was %s and %s)"
                  .formatted(kind, other.name(), entry.name()));
        }
      }
      others.add(entry);
    }
  }
}
