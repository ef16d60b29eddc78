package calltally.app.configuration;

import static java.util.stream.Collectors.toMap;

import calltally.app.directory.DirectoryBuilder;
import calltally.app.directory.EntryKind;
import calltally.app.directory.EntryPosition;
import calltally.app.directory.EntryRule;
import calltally.app.directory.RawEntry;
import calltally.sql.settings.Directory;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads managers and lines; those without a source belong to every source. */
final class DirectoryEntries {

  private static final ValueRule<String> NAME = ValueRule.of(EntryRule.NAME);
  private static final ValueRule<LocalDate> DAY = ValueRule.of(EntryRule.DAY);

  private DirectoryEntries() {}

  /** The directory of each source, by its name. */
  static Map<String, Directory> from(YamlValue entry, List<SourceEntry> sources) {
    YamlValue directory = entry.mapping("managers", "lines");
    List<String> names = sources.stream().map(SourceEntry::name).distinct().toList();
    DirectoryBuilder builder =
        new DirectoryBuilder(
            sources.stream()
                .collect(
                    toMap(
                        SourceEntry::name, SourceEntry::region, (a, b) -> a, LinkedHashMap::new)));
    directory.get("managers").items().forEach(item -> builder.add(manager(item), names));
    directory.get("lines").items().forEach(item -> builder.add(line(item), names));
    builder.problems().forEach(entry::note);
    return builder.problems().isEmpty() ? builder.directories() : Map.of();
  }

  private static RawEntry manager(YamlValue entry) {
    int before = entry.problems();
    YamlValue manager = entry.mapping("name", "department", "numbers", "from", "to", "source");
    manager.get("numbers").requirePresent();
    return written(manager, EntryKind.MANAGER, manager.get("numbers").all(ValueRule.TEXT), before);
  }

  private static RawEntry line(YamlValue entry) {
    int before = entry.problems();
    YamlValue line = entry.mapping("number", "name", "department", "from", "to", "source");
    return written(
        line, EntryKind.LINE, List.of(line.get("number").required(ValueRule.TEXT, "")), before);
  }

  private static RawEntry written(
      YamlValue entry, EntryKind kind, List<String> numbers, int problemsBefore) {
    return new RawEntry(
        EntryPosition.ofPath(entry.path()),
        kind,
        entry.get("name").required(NAME, ""),
        entry.get("department").orNull(NAME),
        numbers,
        entry.get("from").orNull(DAY),
        entry.get("to").orNull(DAY),
        entry.get("source").orNull(ValueRule.TEXT),
        entry.problems() == problemsBefore);
  }
}
