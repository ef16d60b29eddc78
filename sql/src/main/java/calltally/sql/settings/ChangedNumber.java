package calltally.sql.settings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A number whose directory entry changed for some days.
 *
 * @param days days on all of which the old entry is the same, and so is the new one
 * @param names the old and the new name: one or two
 */
record ChangedNumber(String number, ValidityPeriod days, Set<String> names) {

  /** The days on which the entries of one number differ. */
  static List<ChangedNumber> between(
      String number, List<DirectoryEntry> before, List<DirectoryEntry> after) {
    List<ChangedNumber> changes = new ArrayList<>();
    LocalDate from = null;
    for (LocalDate until : boundaries(before, after)) {
      change(number, new ValidityPeriod(from, until), before, after).ifPresent(changes::add);
      from = until;
    }
    change(number, new ValidityPeriod(from, null), before, after).ifPresent(changes::add);
    return changes;
  }

  private static TreeSet<LocalDate> boundaries(
      List<DirectoryEntry> before, List<DirectoryEntry> after) {
    TreeSet<LocalDate> dates = new TreeSet<>();
    for (List<DirectoryEntry> entries : List.of(before, after)) {
      for (DirectoryEntry entry : entries) {
        Optional.ofNullable(entry.validity().from()).ifPresent(dates::add);
        Optional.ofNullable(entry.validity().until()).ifPresent(dates::add);
      }
    }
    return dates;
  }

  private static Optional<ChangedNumber> change(
      String number, ValidityPeriod days, List<DirectoryEntry> before, List<DirectoryEntry> after) {
    DirectoryEntry old = valid(days, before);
    DirectoryEntry now = valid(days, after);
    return meansTheSame(old, now)
        ? Optional.empty()
        : Optional.of(new ChangedNumber(number, days, names(old, now)));
  }

  private static @Nullable DirectoryEntry valid(ValidityPeriod days, List<DirectoryEntry> entries) {
    return entries.stream()
        .filter(entry -> entry.validity().overlaps(days))
        .findFirst()
        .orElse(null);
  }

  private static boolean meansTheSame(@Nullable DirectoryEntry old, @Nullable DirectoryEntry now) {
    if (old == null || now == null) {
      return old == now;
    }
    return old.name().equals(now.name()) && Objects.equals(old.department(), now.department());
  }

  private static Set<String> names(@Nullable DirectoryEntry... entries) {
    Set<String> names = new HashSet<>();
    for (DirectoryEntry entry : entries) {
      if (entry != null) {
        names.add(entry.name());
      }
    }
    return names;
  }
}
