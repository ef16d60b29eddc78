package calltally.sql.backup;

import calltally.sql.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * The file that a backup is written to.
 *
 * @param file its final name
 */
record BackupTarget(Path file) {

  /** Refuses a file that exists, or that the backup would contain. */
  void require(Path data) {
    if (Files.exists(file)) {
      throw new BackupFailed("exists", file);
    }
    if (realFolder().startsWith(real(data))) {
      throw new BackupFailed("inside", file);
    }
  }

  /** Creates the file under the name that it has until the backup is complete. */
  BackupWriter create(@Nullable Passphrase passphrase) {
    try {
      Files.deleteIfExists(unfinished());
      return BackupWriter.create(
          unfinished(), passphrase == null ? null : ChunkCipher.create(passphrase));
    } catch (IOException e) {
      throw new BackupFailed(e, "unwritable", file, FileFailure.reason(e, file.toString()));
    }
  }

  Path unfinished() {
    return file.resolveSibling(file.getFileName() + ".unfinished");
  }

  void complete() throws IOException {
    Files.move(unfinished(), file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes what a failed backup has written, if anything. */
  void discard() {
    try {
      Files.deleteIfExists(unfinished());
    } catch (IOException e) {
      throw new BackupFailed(e, "not_discarded", FileFailure.reason(e, ""));
    }
  }

  private Path realFolder() {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null ? file.toAbsolutePath() : real(folder);
  }

  /** With links resolved as far as the path exists. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
