package calltally.sql.backup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Which file could not be used, and why, as a part of a sentence. */
final class FileProblem {

  private FileProblem() {}

  static String of(IOException e) {
    return e instanceof FileSystemException failure && failure.getFile() != null
        ? reason(failure) + " (" + failure.getFile() + ")"
        : String.valueOf(e.getMessage());
  }

  /** What the exception's class says, as the message of many is only the file's name. */
  private static String reason(FileSystemException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no such file or directory";
    }
    return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
  }
}
