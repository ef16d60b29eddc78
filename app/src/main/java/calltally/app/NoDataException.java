package calltally.app;

import java.nio.file.Path;

/** There is no database in the data folder yet. */
final class NoDataException extends RuntimeException {

  private static final long serialVersionUID = 1;

  NoDataException(Path data) {
    super(
        ("database could not be opened: there is none in %s; serve or import creates it, --config"
                + " leads to another folder")
            .formatted(data));
  }
}
