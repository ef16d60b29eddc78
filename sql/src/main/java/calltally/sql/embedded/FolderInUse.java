package calltally.sql.embedded;

import java.nio.file.Path;

/** Another service already uses the data folder; only one may. */
final class FolderInUse extends ClusterUnavailable {

  private static final long serialVersionUID = 1;

  FolderInUse(Path dataFolder, String owner) {
    super("in_use", dataFolder, owner);
  }
}
