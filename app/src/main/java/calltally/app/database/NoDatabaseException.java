package calltally.app.database;

import java.nio.file.Path;

/** There is no database in the data folder yet. */
final class NoDatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1;

  NoDatabaseException(Path data) {
    super(
        ("database could not be opened: there is none in %s; serve or import creates it, --config"
                + " leads to another folder")
            .formatted(data));
  }
}
