package calltally.sql.embedded;

import java.nio.file.Path;

/** A service already works on the data folder; there is one service per folder. */
final class FolderInUse extends RuntimeException {

  private static final long serialVersionUID = 1;

  FolderInUse(Path dataFolder, String owner) {
    super(
        "the data folder could not be opened: serve and demo take it for themselves, was "
            + dataFolder
            + " (in use by process "
            + owner
            + "); stop that one first or choose another data folder");
  }
}
