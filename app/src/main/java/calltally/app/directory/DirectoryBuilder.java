package calltally.app.directory;

import calltally.app.terminal.Message;
import calltally.app.terminal.Texts;
import calltally.sql.LocalizedText;
import calltally.sql.NearestNames;
import calltally.sql.settings.Directory;
import calltally.sql.settings.Line;
import calltally.sql.settings.ManagerNumber;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds the sources' directories from entries as written, and collects all problems. */
public final class DirectoryBuilder {

  private final Map<String, SourceDirectoryBuilder> builders = new LinkedHashMap<>();

  /** By their words: a value may be missing for the file and for the directory. */
  private final Map<String, Message> problems = new LinkedHashMap<>();

  /**
   * A builder without entries.
   *
   * @param regions of national numbers, by the names of the known sources
   */
  public DirectoryBuilder(Map<String, String> regions) {
    regions.forEach((source, region) -> builders.put(source, new SourceDirectoryBuilder(region)));
  }

  /**
   * Adds an entry, or notes its problems, alone and in combination with earlier ones.
   *
   * @param sources those that it belongs to if it does not name one
   */
  public void add(RawEntry entry, List<String> sources) {
    checkEntry(entry);
    for (String source : entry.source() == null ? sources : List.of(entry.source())) {
      SourceDirectoryBuilder builder = builders.get(source);
      if (builder == null) {
        refuse(entry, "source", Message.of("directory.source", source, near(source)));
      } else if (!isOver(entry)) {
        builder.add(entry, this::refuse);
      }
    }
  }

  private LocalizedText near(String source) {
    return new NearestNames(source).question(builders.keySet());
  }

  private void checkEntry(RawEntry entry) {
    if (entry.numbers().isEmpty()) {
      refuse(entry, entry.kind().numberField(), Message.of("configuration.missing"));
    }
    if (isOver(entry)) {
      refuse(
          entry,
          "to",
          Message.of("directory.to", String.valueOf(entry.to()), String.valueOf(entry.from())));
    }
  }

  /** Notes a problem found while reading entries. */
  void refuse(Message problem) {
    problems.putIfAbsent(Texts.ENGLISH.text(problem), problem);
  }

  /** All that is wrong, in the order of the entries. */
  public List<Message> problems() {
    return List.copyOf(problems.values());
  }

  /** The sources with entries of the kind. */
  Set<String> sourcesOf(EntryKind kind) {
    Set<String> sources = new LinkedHashSet<>();
    builders.forEach(
        (source, builder) -> {
          if (builder.has(kind)) {
            sources.add(source);
          }
        });
    return sources;
  }

  Set<ManagerNumber> managersOf(String source) {
    return builder(source).managers();
  }

  Set<Line> linesOf(String source) {
    return builder(source).lines();
  }

  Map<String, List<RawEntry>> numbersOf(String source, EntryKind kind) {
    return builder(source).numbers(kind);
  }

  /** The directories by source name; valid only if there are no problems. */
  public Map<String, Directory> directories() {
    Map<String, Directory> directories = new LinkedHashMap<>();
    builders.forEach(
        (source, builder) ->
            directories.put(source, new Directory(builder.managers(), builder.lines())));
    return directories;
  }

  private SourceDirectoryBuilder builder(String source) {
    SourceDirectoryBuilder builder = builders.get(source);
    if (builder == null) {
      throw new IllegalArgumentException("unknown source: " + source);
    }
    return builder;
  }

  private static boolean isOver(RawEntry entry) {
    return entry.from() != null && entry.to() != null && entry.to().isBefore(entry.from());
  }

  private void refuse(RawEntry entry, String field, Message problem) {
    refuse(entry.position().problem(field, problem));
  }
}
