package calltally.app.directory;

import static java.util.stream.Collectors.toMap;

import calltally.app.terminal.Message;
import calltally.sql.NearestNames;
import calltally.sql.settings.DirectoryChange;
import calltally.sql.settings.DirectoryStore;
import calltally.sql.settings.SourceRow;
import calltally.sql.settings.Sources;
import calltally.sql.settings.UsedNumbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Replaces the entries of a kind by those of files, in the sources that these are about: all of
 * them, or none if there is any problem.
 */
public final class DirectoryImport {

  /** A number may rest for a few weeks, for example while its owner is on holiday. */
  private static final int RECENT_DAYS = 30;

  private final DataSource owner;
  private final DirectoryBuilder builder;
  private final List<String> source;

  /**
   * An import into a database.
   *
   * @param owner connections of the role that owns the schema
   * @param source of entries that do not name one
   */
  public DirectoryImport(DataSource owner, String source) {
    this.owner = owner;
    this.source = List.of(source);
    Map<String, String> regions = regions(owner);
    builder = new DirectoryBuilder(regions);
    if (!regions.containsKey(source)) {
      throw new RefusedImportException(
          Message.of(
              "directory.import.source",
              source,
              new NearestNames(source).question(regions.keySet())));
    }
  }

  /** The region of each source, in the order of the list. */
  private static Map<String, String> regions(DataSource owner) {
    return new Sources(owner)
        .list().stream()
            .collect(toMap(SourceRow::name, SourceRow::region, (a, b) -> a, LinkedHashMap::new));
  }

  /**
   * Reads a file.
   *
   * @param name the file's name in problems
   */
  public void read(String name, byte[] bytes) {
    new DirectoryFile(name, builder::refuse).read(bytes, entry -> builder.add(entry, source));
  }

  /**
   * Stores the entries.
   *
   * @return the changes, one for each source
   * @throws InvalidDirectoryException with all problems of the files
   */
  public List<DirectoryChange> write() {
    if (!builder.problems().isEmpty()) {
      throw new InvalidDirectoryException(builder.problems());
    }
    return new DirectoryStore(owner).replace(replacements());
  }

  /** Hints about imported numbers that no call of the last days had. */
  public List<Message> hints(LocalDate today) {
    List<Message> hints = new ArrayList<>();
    for (DirectoryStore.Replacement part : replacements()) {
      UsedNumbers used =
          new DirectoryStore(owner).usedSince(today.minusDays(RECENT_DAYS), part.source());
      hints.addAll(unused(part.source(), EntryKind.MANAGER, used.managers()).hints(today));
      hints.addAll(unused(part.source(), EntryKind.LINE, used.lines()).hints(today));
    }
    return hints;
  }

  private UnusedNumbers unused(String name, EntryKind kind, Set<String> used) {
    return new UnusedNumbers(kind, builder.numbersOf(name, kind), used);
  }

  /** A kind of which a source has no entry stays as it is. */
  private List<DirectoryStore.Replacement> replacements() {
    Set<String> ofManagers = builder.sourcesOf(EntryKind.MANAGER);
    Set<String> ofLines = builder.sourcesOf(EntryKind.LINE);
    Set<String> concerned = new TreeSet<>(ofManagers);
    concerned.addAll(ofLines);
    return concerned.stream()
        .map(
            name ->
                new DirectoryStore.Replacement(
                    name,
                    ofManagers.contains(name) ? builder.managersOf(name) : null,
                    ofLines.contains(name) ? builder.linesOf(name) : null))
        .toList();
  }
}
