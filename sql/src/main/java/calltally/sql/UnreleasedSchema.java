package calltally.sql;

import java.nio.file.Path;

/** The schema of a database was made by an unreleased build of Calltally. */
public final class UnreleasedSchema extends LocalizedException {

  private static final long serialVersionUID = 1;

  private UnreleasedSchema(String key, Object... place) {
    super(
        LocalizedText.of(
            "calltally.sql", "schema.unreleased", LocalizedText.of("calltally.sql", key, place)));
  }

  static UnreleasedSchema ofDatabase() {
    return new UnreleasedSchema("schema.unreleased.database");
  }

  /** Names the database. */
  public static UnreleasedSchema at(DatabaseAddress database) {
    return new UnreleasedSchema("schema.unreleased.address", database.place());
  }

  /** Names the data folder that contains the database. */
  public static UnreleasedSchema in(Path folder) {
    return new UnreleasedSchema("schema.unreleased.folder", folder);
  }
}
