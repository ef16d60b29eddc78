package calltally.app.configuration;

import static java.util.stream.Collectors.toMap;

import calltally.app.directory.DirectoryDraft;
import calltally.app.directory.EntryKind;
import calltally.app.directory.EntryRule;
import calltally.app.directory.Place;
import calltally.app.directory.WrittenEntry;
import calltally.sql.source.Directory;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads managers and lines; those that name no source are of every source. */
final class DirectoryEntries {

  private static final Rule<String> NAME = Rule.of(EntryRule.NAME);
  private static final Rule<LocalDate> DAY = Rule.of(EntryRule.DAY);

  private DirectoryEntries() {}

  /** The directory of each source, by its name. */
  static Map<String, Directory> from(Entry entry, List<SourceEntry> sources) {
    Entry directory = entry.mapping("managers", "lines");
    List<String> names = sources.stream().map(SourceEntry::name).distinct().toList();
    DirectoryDraft draft =
        new DirectoryDraft(
            sources.stream()
                .collect(
                    toMap(
                        SourceEntry::name, SourceEntry::region, (a, b) -> a, LinkedHashMap::new)));
    directory.get("managers").items().forEach(item -> draft.add(manager(item), names));
    directory.get("lines").items().forEach(item -> draft.add(line(item), names));
    draft.problems().forEach(entry::note);
    return draft.problems().isEmpty() ? draft.directories() : Map.of();
  }

  private static WrittenEntry manager(Entry entry) {
    int before = entry.problems();
    Entry manager = entry.mapping("name", "department", "numbers", "from", "to", "source");
    manager.get("numbers").requirePresent();
    return written(manager, EntryKind.MANAGER, manager.get("numbers").all(Rule.TEXT), before);
  }

  private static WrittenEntry line(Entry entry) {
    int before = entry.problems();
    Entry line = entry.mapping("number", "name", "department", "from", "to", "source");
    return written(
        line, EntryKind.LINE, List.of(line.get("number").required(Rule.TEXT, "")), before);
  }

  private static WrittenEntry written(
      Entry entry, EntryKind kind, List<String> numbers, int problemsBefore) {
    return new WrittenEntry(
        Place.ofPath(entry.path()),
        kind,
        entry.get("name").required(NAME, ""),
        entry.get("department").orNull(NAME),
        numbers,
        entry.get("from").orNull(DAY),
        entry.get("to").orNull(DAY),
        entry.get("source").orNull(Rule.TEXT),
        entry.problems() == problemsBefore);
  }
}
