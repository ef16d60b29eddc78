package calltally.sql.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The file that a backup is written to.
 *
 * @param file its final name
 */
record BackupTarget(Path file) {

  /** Refuses a file that exists, or that the backup would contain. */
  void require(Path data) {
    if (Files.exists(file)) {
      throw new BackupFailed(
          "cannot take backup: it never overwrites a file (was " + file + "); choose another name");
    }
    if (realFolder().startsWith(real(data))) {
      throw new BackupFailed(
          "cannot take backup: the file must be outside the data folder, or the next backup would"
              + " contain this one (was "
              + file
              + ")");
    }
  }

  /** Creates the file under the name that it has until the backup is complete. */
  BackupWriter create() {
    try {
      Files.deleteIfExists(unfinished());
      return BackupWriter.create(unfinished());
    } catch (IOException e) {
      throw new BackupFailed("cannot take backup to " + file + ": " + FileProblem.of(e), e);
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
      throw new BackupFailed("cannot remove the unfinished backup: " + FileProblem.of(e), e);
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
