package calltally.app.database;

import java.nio.file.Path;

/** The data folder has no database yet. */
final class NoDatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1;

  NoDatabaseException(Path data) {
    super(
        ("cannot open the database: there is none in %s; serve or import creates it, --config"
                + " selects another folder")
            .formatted(data));
  }
}
