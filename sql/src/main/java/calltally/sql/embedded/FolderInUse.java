package calltally.sql.embedded;

import java.nio.file.Path;

/** Another service already uses the data folder; only one may. */
final class FolderInUse extends RuntimeException {

  private static final long serialVersionUID = 1;

  FolderInUse(Path dataFolder, String owner) {
    super(
        "cannot open the data folder "
            + dataFolder
            + ": serve and demo need it for themselves (was in use by process "
            + owner
            + "); stop that process first or choose another data folder");
  }
}
