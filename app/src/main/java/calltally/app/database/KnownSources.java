package calltally.app.database;

import calltally.app.terminal.CommandFailedException;
import calltally.sql.settings.SourceRow;
import calltally.sql.settings.Sources;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The sources that a command can be about.
 *
 * @param owner connections of a role that can read them
 */
public record KnownSources(DataSource owner) {

  /** The zone of the source, if there is one of that name. */
  public Optional<ZoneId> zone(String name) {
    return list().stream()
        .filter(source -> source.name().equals(name))
        .map(SourceRow::zone)
        .findFirst();
  }

  /** Fails if a name is given that no source has. */
  public void require(@Nullable String name) {
    List<String> known = list().stream().map(SourceRow::name).toList();
    if (name != null && !known.contains(name)) {
      throw CommandFailedException.unknownName("source.unknown", name, known);
    }
  }

  private List<SourceRow> list() {
    return new Sources(owner).list();
  }
}
