package calltally.sql.settings;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The replacement of a source's directory by another.
 *
 * @param calls how many calls it has marked as stale
 */
public record DirectoryChange(String source, Directory before, Directory after, long calls) {

  /**
   * How many entries of a kind were added, removed and changed.
   *
   * @param changed present in both directories, but with different entries
   */
  public record Count(int added, int removed, int changed) {}

  /** Changes of managers, by name. */
  public Count managers() {
    return count(before.managers(), after.managers(), DirectoryEntry::name);
  }

  /** Changes of managers' numbers. */
  public Count numbers() {
    return count(before.managers(), after.managers(), DirectoryEntry::number);
  }

  /** Changes of lines, by number. */
  public Count lines() {
    return count(before.lines(), after.lines(), DirectoryEntry::number);
  }

  private static Count count(
      Collection<? extends DirectoryEntry> before,
      Collection<? extends DirectoryEntry> after,
      Function<DirectoryEntry, String> key) {
    Map<String, Set<DirectoryEntry>> old = by(key, before);
    Map<String, Set<DirectoryEntry>> now = by(key, after);
    Set<String> both = new HashSet<>(old.keySet());
    both.retainAll(now.keySet());
    return new Count(
        now.size() - both.size(),
        old.size() - both.size(),
        (int) both.stream().filter(name -> !Objects.equals(old.get(name), now.get(name))).count());
  }

  private static Map<String, Set<DirectoryEntry>> by(
      Function<DirectoryEntry, String> key, Collection<? extends DirectoryEntry> entries) {
    return entries.stream().<DirectoryEntry>map(entry -> entry).collect(groupingBy(key, toSet()));
  }

  static List<ChangedNumber> changes(
      Collection<? extends DirectoryEntry> before, Collection<? extends DirectoryEntry> after) {
    Map<String, Set<DirectoryEntry>> old = by(DirectoryEntry::number, before);
    Map<String, Set<DirectoryEntry>> now = by(DirectoryEntry::number, after);
    return Stream.concat(old.keySet().stream(), now.keySet().stream())
        .distinct()
        .flatMap(
            number ->
                ChangedNumber.between(
                    number,
                    List.copyOf(old.getOrDefault(number, Set.of())),
                    List.copyOf(now.getOrDefault(number, Set.of())))
                    .stream())
        .toList();
  }
}
