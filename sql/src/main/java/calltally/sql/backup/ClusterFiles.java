package calltally.sql.backup;

import java.nio.file.Path;
import java.util.Set;

/** Which files of PostgreSQL's folder a backup leaves out, or copies last. */
final class ClusterFiles {

  /** Copied once the backup mode has ended. */
  static final Path CONTROL = Path.of("global", "pg_control");

  /** Folders whose content PostgreSQL creates again when it starts. */
  private static final Set<String> EMPTY_AT_START =
      Set.of(
          "pg_wal",
          "log",
          "pg_dynshmem",
          "pg_notify",
          "pg_replslot",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Set<String> OF_THIS_RUN =
      Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map");

  private ClusterFiles() {}

  /** Whether a path relative to the folder is left out. */
  static boolean isLeftOut(Path inside) {
    String name = inside.getFileName().toString();
    return inside.equals(CONTROL)
        || (inside.getNameCount() == 1
            && (EMPTY_AT_START.contains(name) || OF_THIS_RUN.contains(name)))
        || name.startsWith("pgsql_tmp")
        || name.startsWith("pg_internal.init");
  }
}
