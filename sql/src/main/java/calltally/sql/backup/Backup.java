package calltally.sql.backup;

import calltally.sql.DatabaseAddress;
import calltally.sql.FileFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a data folder in one file, taken during operation: PostgreSQL as of the end of the
 * copy, and everything else in the folder.
 *
 * @param data the data folder
 * @param address its running PostgreSQL, with a superuser's login
 * @param passphrase to encrypt the file with; null to encrypt nothing
 */
public record Backup(Path data, DatabaseAddress address, @Nullable Passphrase passphrase) {

  private static final String CLUSTER = "postgresql/cluster";

  /** A copy that is not encrypted. */
  public Backup(Path data, DatabaseAddress address) {
    this(data, address, null);
  }

  /**
   * Size of a backup.
   *
   * @param bytes bytes before compression
   * @param size bytes of the file
   */
  public record Taken(int files, long bytes, long size) {}

  /**
   * Writes the backup and verifies its checksums by reading it again. The file exists only if all
   * of that has succeeded.
   *
   * @throws BackupFailed when the file exists, or the backup fails
   */
  public Taken write(Path file) {
    BackupTarget target = new BackupTarget(file);
    target.require(data);
    BackupWriter backup = target.create(passphrase);
    try {
      Taken taken = writeAndCheck(backup, target.unfinished());
      target.complete();
      return taken;
    } catch (IOException | SQLException e) {
      Object problem =
          e instanceof IOException io
              ? FileFailure.reason(io, file + " " + data)
              : String.valueOf(e.getMessage());
      throw new BackupFailed(e, "failed", file, data, problem);
    } finally {
      target.discard();
    }
  }

  private Taken writeAndCheck(BackupWriter opened, Path unfinished)
      throws IOException, SQLException {
    int files;
    long bytes;
    try (BackupWriter backup = opened) {
      copy(backup);
      backup.complete();
      files = backup.files();
      bytes = backup.bytes();
    }
    try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    new BackupReader(unfinished, passphrase).read(BackupReader.NOWHERE);
    return new Taken(files, bytes, Files.size(unfinished));
  }

  private void copy(BackupWriter backup) throws IOException, SQLException {
    Path cluster = data.resolve(CLUSTER);
    try (BackupMode mode = BackupMode.start(address)) {
      backup.folder("postgresql");
      FolderTree.at(cluster, CLUSTER, ClusterFiles::isLeftOut).writeTo(backup);
      backup.file("postgresql/password", data.resolve("postgresql/password"));
      for (Path other : others()) {
        copy(backup, other);
      }
      // What the spool has not delivered by now is in its files, and all else in the database.
      copy(backup, data.resolve("spool"));
      BackupMode.End end = mode.stop();
      backup.text(CLUSTER + "/backup_label", end.label());
      if (!end.tablespaces().isEmpty()) {
        throw new BackupFailed("tablespaces");
      }
      backup.file(CLUSTER + "/" + ClusterFiles.CONTROL, cluster.resolve(ClusterFiles.CONTROL));
      copyLog(backup, cluster.resolve("pg_wal"), end);
    }
  }

  private static void copyLog(BackupWriter backup, Path folder, BackupMode.End end)
      throws IOException {
    backup.folder(CLUSTER + "/pg_wal/archive_status");
    try (Stream<Path> logs = Files.list(folder)) {
      for (Path log : logs.sorted().toList()) {
        String name = log.getFileName().toString();
        if (end.needs(name)) {
          backup.file(CLUSTER + "/pg_wal/" + name, log);
        }
      }
    }
  }

  private List<Path> others() throws IOException {
    try (Stream<Path> files = Files.list(data)) {
      return files
          .filter(file -> !Set.of("postgresql", "spool").contains(file.getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  private static void copy(BackupWriter backup, Path path) throws IOException {
    String name = path.getFileName().toString();
    if (Files.isDirectory(path)) {
      FolderTree.at(path, name, inside -> false).writeTo(backup);
    } else if (Files.exists(path)) {
      backup.file(name, path);
    }
  }
}
