package calltally.app.directory;

import calltally.app.terminal.Message;
import calltally.sql.settings.Line;
import calltally.sql.settings.ManagerNumber;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one source so far: on each day a number has one owner, a manager one department.
 */
final class SourceDirectoryBuilder {

  private final NumberRule rule;
  private final Spellings names = new Spellings("name");
  private final Spellings departments = new Spellings("department");
  private final Map<EntryKind, Map<String, List<RawEntry>>> owners = new EnumMap<>(EntryKind.class);
  private final Map<String, List<RawEntry>> managersByName = new HashMap<>();
  private final Set<ManagerNumber> managers = new HashSet<>();
  private final Set<Line> lines = new HashSet<>();

  SourceDirectoryBuilder(String region) {
    rule = new NumberRule(region);
  }

  void add(RawEntry entry, Consumer<Message> problems) {
    if (entry.isWhole()) {
      requireOneSpelling(entry, problems);
    }
    if (entry.isWhole() && entry.kind() == EntryKind.MANAGER) {
      requireOneDepartment(entry, problems);
    }
    for (String written : entry.numbers()) {
      rule.read(written, entry, problems)
          .filter(number -> entry.isWhole())
          .ifPresent(number -> add(number, entry, problems));
    }
  }

  boolean has(EntryKind kind) {
    return owners.containsKey(kind);
  }

  Set<ManagerNumber> managers() {
    return managers;
  }

  Set<Line> lines() {
    return lines;
  }

  /** The entries of a kind by their numbers. */
  Map<String, List<RawEntry>> numbers(EntryKind kind) {
    return owners.getOrDefault(kind, Map.of());
  }

  private void add(String number, RawEntry entry, Consumer<Message> problems) {
    List<RawEntry> others =
        owners
            .computeIfAbsent(entry.kind(), kind -> new LinkedHashMap<>())
            .computeIfAbsent(number, owned -> new ArrayList<>());
    for (RawEntry other : others) {
      if (other.validity().overlaps(entry.validity())) {
        problems.accept(
            entry.position().problem(entry.kind().numberField(), shared(number, other)));
        return;
      }
    }
    others.add(entry);
    addEntry(number, entry);
  }

  private void addEntry(String number, RawEntry entry) {
    if (entry.kind() == EntryKind.MANAGER) {
      managers.add(new ManagerNumber(number, entry.name(), entry.department(), entry.validity()));
    } else {
      lines.add(new Line(number, entry.name(), entry.department(), entry.validity()));
    }
  }

  private static Message shared(String number, RawEntry other) {
    return Message.of(
        other.kind() == EntryKind.MANAGER ? "directory.shared.manager" : "directory.shared.line",
        number,
        other.name(),
        other.position().entry());
  }

  private void requireOneSpelling(RawEntry entry, Consumer<Message> problems) {
    if (entry.kind() == EntryKind.MANAGER) {
      names.problem(entry.name(), entry).ifPresent(problems);
    }
    if (entry.department() != null) {
      departments.problem(entry.department(), entry).ifPresent(problems);
    }
  }

  private void requireOneDepartment(RawEntry entry, Consumer<Message> problems) {
    List<RawEntry> others = managersByName.computeIfAbsent(entry.name(), name -> new ArrayList<>());
    others.stream()
        .filter(other -> !Objects.equals(other.department(), entry.department()))
        .filter(other -> other.validity().overlaps(entry.validity()))
        .findFirst()
        .map(other -> otherDepartment(entry, other))
        .ifPresent(problems);
    others.add(entry);
  }

  private static Message otherDepartment(RawEntry entry, RawEntry other) {
    return entry
        .position()
        .problem(
            "department",
            Message.of(
                "directory.department",
                orNone(entry.department()),
                orNone(other.department()),
                other.position().entry()));
  }

  private static Message orNone(@Nullable String department) {
    return department == null
        ? Message.of("directory.no_department")
        : Message.verbatim(department);
  }
}
