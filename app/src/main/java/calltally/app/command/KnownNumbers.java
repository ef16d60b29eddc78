package calltally.app.command;

import calltally.app.database.CallDatabase;
import calltally.ingest.file.CompanyNumbers;
import calltally.sql.settings.Directory;
import calltally.sql.settings.DirectoryEntry;
import calltally.sql.settings.DirectoryStore;
import calltally.sql.settings.Sources;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The numbers of a directory, by which an import knows incoming from outgoing calls. */
final class KnownNumbers {

  private KnownNumbers() {}

  /** Those of a source of the database; none of a source that does not exist. */
  static CompanyNumbers in(CallDatabase database, String source) {
    return new Sources(database.owner())
        .list().stream()
            .filter(row -> row.name().equals(source))
            .findFirst()
            .map(row -> of(new DirectoryStore(database.owner()).of(source), row.region()))
            .orElse(CompanyNumbers.NONE);
  }

  /** Also those that managers and lines once had: a file may be old. */
  static CompanyNumbers of(Directory directory, String region) {
    return new CompanyNumbers(
        Stream.concat(directory.managers().stream(), directory.lines().stream())
            .map(DirectoryEntry::number)
            .collect(Collectors.toSet()),
        region);
  }
}
