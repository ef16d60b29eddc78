package calltally.sql.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Who stands behind the numbers of a source; a number has one manager and one name as a line. */
public record Directory(Set<ManagerNumber> managers, Set<Line> lines) {

  public Directory {
    managers = Set.copyOf(managers);
    lines = Set.copyOf(lines);
    requireOneOwner("manager", managers, ManagerNumber::number, ManagerNumber::manager);
    requireOneOwner("line", lines, Line::number, Line::name);
  }

  private static <T> void requireOneOwner(
      String kind, Collection<T> entries, Function<T, String> number, Function<T, String> owner) {
    Map<String, T> known = new HashMap<>();
    for (T entry : entries) {
      T other = known.putIfAbsent(number.apply(entry), entry);
      if (other != null) {
        throw new IllegalArgumentException(
            "directory could not be used: a number has one %s, was given to %s and %s"
                .formatted(kind, owner.apply(other), owner.apply(entry)));
      }
    }
  }
}
