package calltally.sql.backup;

import calltally.sql.FileFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Restores a backup into a data folder that is empty or does not exist.
 *
 * @param file the backup
 * @param passphrase of an encrypted one; null for others
 */
public record Restore(Path file, @Nullable Passphrase passphrase) {

  /** Of a backup that is not encrypted. */
  public Restore(Path file) {
    this(file, null);
  }

  /**
   * Unpacks the backup; the folder is complete, with all checksums verified, as soon as it has a
   * database.
   *
   * @return names of PostgreSQL's settings that were changed by hand, and are not restored
   * @throws BackupFailed when the folder is not empty or the backup is damaged
   */
  public List<String> into(Path data) {
    try {
      return unpack(new RestoreFolder(data));
    } catch (IOException e) {
      throw new BackupFailed(e, "restore", file, data, FileFailure.reason(e, file + " " + data));
    }
  }

  private List<String> unpack(RestoreFolder target) throws IOException {
    target.requireEmpty();
    Path unfinished = target.begin();
    try {
      RestoredFiles files = new RestoredFiles(unfinished);
      new BackupReader(file, passphrase).read(files);
      List<String> settings = files.complete();
      target.complete(unfinished);
      return settings;
    } finally {
      RestoreFolder.discard(unfinished);
    }
  }
}
