package calltally.app.terminal;

import calltally.sql.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that a report's files are written to. */
public record OutputFolder(Path path) {

  /** Creates it if it is missing, and fails before work begins whose result could not be stored. */
  public void requireWritable() {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new CommandFailedException("report.no_folder", path.toString());
    }
    try {
      Files.createDirectories(path);
      // Permissions alone do not tell: the file system may be read-only or full.
      Files.delete(Files.createTempFile(path, ".calltally-", ""));
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  public static CommandFailedException unwritable(Path folder, IOException e) {
    String name = folder.toString();
    return new CommandFailedException(e, "report.unwritable", name, FileFailure.reason(e, name));
  }
}
