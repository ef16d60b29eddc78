package calltally.app.configuration;

import java.nio.file.Path;

/** The folder of Calltally's data; the embedded PostgreSQL has a folder of its own in it. */
public record DataFolder(Path path) {

  static DataFolder from(YamlValue entry, Path folder) {
    return new DataFolder(folder.resolve(entry.or(ValueRule.PATH, Path.of("data"))).normalize());
  }

  /** Where notifications wait while the database is away. */
  public Path spool() {
    return path.resolve("spool");
  }

  /** Where the reports of subscriptions are kept. */
  public Path archive() {
    return path.resolve("archive");
  }

  /** The file with the tokens that were generated for a source. */
  public Path tokens(String source) {
    return path.resolve(source + ".token");
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
