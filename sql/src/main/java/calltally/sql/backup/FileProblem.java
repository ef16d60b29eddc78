package calltally.sql.backup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Which file could not be used, and why, as a part of a sentence. */
final class FileProblem {

  private FileProblem() {}

  /** A text, or a sentence before translation. */
  static Object of(IOException e) {
    if (e instanceof FileSystemException failure && failure.getFile() != null) {
      return BackupFailed.text("file", reason(failure), failure.getFile());
    }
    return reason(String.valueOf(e.getMessage()));
  }

  /** What the exception's class says, as the message of many is only the file's name. */
  private static Object reason(FileSystemException e) {
    if (e instanceof AccessDeniedException) {
      return BackupFailed.text("file.denied");
    }
    if (e instanceof NoSuchFileException) {
      return BackupFailed.text("file.missing");
    }
    if (e instanceof NotDirectoryException) {
      return BackupFailed.text("file.no_folder");
    }
    return e.getReason() == null ? e.getClass().getSimpleName() : reason(e.getReason());
  }

  private static Object reason(String words) {
    return words.contains("No space left") ? BackupFailed.text("file.full") : words;
  }
}
