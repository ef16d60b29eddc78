package calltally.app.directory;

import calltally.sql.settings.Directory;
import calltally.sql.settings.Line;
import calltally.sql.settings.ManagerNumber;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Written entries on their way to the directories of sources; notes all that is wrong with them.
 */
public final class DirectoryBuilder {

  private final Map<String, SourceDirectoryBuilder> builders = new LinkedHashMap<>();
  private final Set<String> problems = new LinkedHashSet<>();

  /**
   * No entries yet.
   *
   * @param regions of the known sources' national numbers, by the source's name
   */
  public DirectoryBuilder(Map<String, String> regions) {
    regions.forEach((source, region) -> builders.put(source, new SourceDirectoryBuilder(region)));
  }

  /**
   * Takes an entry, or notes what is wrong with it, alone and beside those before it.
   *
   * @param sources those that it is about when it names none
   */
  public void add(RawEntry entry, List<String> sources) {
    if (entry.numbers().isEmpty()) {
      refuse(entry, entry.kind().numberField(), "a value is missing");
    }
    if (isOver(entry)) {
      refuse(
          entry,
          "to",
          "it has to be the day of from or a later one, was "
              + entry.to()
              + " from "
              + entry.from());
    }
    for (String source : entry.source() == null ? sources : List.of(entry.source())) {
      SourceDirectoryBuilder builder = builders.get(source);
      if (builder == null) {
        refuse(entry, "source", "it has to be the name of a source, was " + source);
      } else if (!isOver(entry)) {
        builder.add(entry, problems::add);
      }
    }
  }

  /** Notes a problem that was found while entries were read. */
  public void refuse(String problem) {
    problems.add(problem);
  }

  /** All that is wrong, in the order of the entries. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** The sources that have entries of the kind. */
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

  /** The directory of each known source, once there are no problems. */
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
      throw new IllegalArgumentException("source is not known: " + source);
    }
    return builder;
  }

  private static boolean isOver(RawEntry entry) {
    return entry.from() != null && entry.to() != null && entry.to().isBefore(entry.from());
  }

  private void refuse(RawEntry entry, String field, String problem) {
    problems.add(entry.position().problem(field, problem));
  }
}
