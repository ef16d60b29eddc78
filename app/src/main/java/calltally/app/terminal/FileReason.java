package calltally.app.terminal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;

/** Why a file could not be read or written, as a part of a sentence. */
public final class FileReason {

  /** What the exception's class says, as the message of many is only the file's name. */
  private static final Map<Class<? extends IOException>, String> CLASSES =
      Map.of(
          NoSuchFileException.class, "file.missing",
          AccessDeniedException.class, "file.denied",
          FileAlreadyExistsException.class, "file.exists",
          NotDirectoryException.class, "file.no_folder",
          DirectoryNotEmptyException.class, "file.not_empty");

  /** What the operating system says, as some failures have no class. */
  private static final Map<String, String> WORDS =
      Map.of(
          "No space left on device", "file.full",
          "Read-only file system", "file.read_only",
          "Not a directory", "file.no_folder",
          "Is a directory", "file.folder");

  private FileReason() {}

  /** The reason alone. */
  static Message of(IOException e) {
    String key = CLASSES.get(e.getClass());
    if (key != null) {
      return Message.of(key);
    }
    String words = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
    if (words == null) {
      return Message.verbatim(e.getClass().getSimpleName());
    }
    String known = WORDS.get(words);
    return known == null ? Message.verbatim(words) : Message.of(known);
  }

  /** The reason, with the file that it is about unless the sentence names it already. */
  public static Message of(IOException e, String sentence) {
    boolean isNamed =
        !(e instanceof FileSystemException failure)
            || failure.getFile() == null
            || sentence.contains(failure.getFile());
    return isNamed ? of(e) : Message.of("file.reason", of(e), ((FileSystemException) e).getFile());
  }
}
