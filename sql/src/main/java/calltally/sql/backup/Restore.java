package calltally.sql.backup;

import static java.util.Objects.requireNonNull;

import calltally.sql.FileFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Restores a backup into a data folder that is empty or does not exist.
 *
 * @param file the backup
 */
public record Restore(Path file) {

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /**
   * Unpacks the backup; the folder is complete, with all checksums verified, as soon as it has a
   * database.
   *
   * @throws BackupFailed when the folder is not empty or the backup is damaged
   */
  public void into(Path data) {
    RestoreFolder target = new RestoreFolder(data);
    try {
      target.requireEmpty();
      Path unfinished = target.begin();
      try {
        new BackupReader(file).read(new Unpacked(unfinished));
        target.complete(unfinished);
      } finally {
        RestoreFolder.discard(unfinished);
      }
    } catch (IOException e) {
      throw new BackupFailed(e, "restore", file, data, FileFailure.reason(e, file + " " + data));
    }
  }

  private record Unpacked(Path root) implements BackupReader.Destination {

    @Override
    public void folder(String name) throws IOException {
      create(inside(name));
    }

    @Override
    public OutputStream file(String name) throws IOException {
      Path path = inside(name);
      create(requireNonNull(path.getParent()));
      return Files.newOutputStream(Files.createFile(path, OWNER_ONLY_FILE));
    }

    private static void create(Path folder) throws IOException {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, OWNER_ONLY_FOLDER);
      }
    }

    private Path inside(String name) {
      Path path = root.resolve(name).normalize();
      if (!path.startsWith(root)) {
        throw new BackupFailed("restore.outside", name);
      }
      return path;
    }
  }
}
