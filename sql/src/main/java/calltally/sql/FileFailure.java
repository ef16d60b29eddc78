package calltally.sql;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a file could not be read or written, as a part of a sentence. */
public final class FileFailure {

  /** What an exception's class says, as the message of many is only the file's name. */
  private static final Map<Class<? extends IOException>, String> CLASSES =
      Map.of(
          NoSuchFileException.class, "file.missing",
          AccessDeniedException.class, "file.denied",
          FileAlreadyExistsException.class, "file.exists",
          NotDirectoryException.class, "file.no_folder",
          DirectoryNotEmptyException.class, "file.not_empty",
          FileSystemLoopException.class, "file.link_circle",
          NotLinkException.class, "file.no_link");

  /** What the operating system says, as most failures have no class. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("No such file or directory", "file.missing"),
          Map.entry("Permission denied", "file.denied"),
          Map.entry("Operation not permitted", "file.not_permitted"),
          Map.entry("File exists", "file.exists"),
          Map.entry("Is a directory", "file.folder"),
          Map.entry("Not a directory", "file.no_folder"),
          Map.entry("Directory not empty", "file.not_empty"),
          Map.entry("No space left on device", "file.full"),
          Map.entry("Disk quota exceeded", "file.quota"),
          Map.entry("File too large", "file.too_large"),
          Map.entry("Read-only file system", "file.read_only"),
          Map.entry("Too many levels of symbolic links", "file.link_circle"),
          Map.entry(
              "Too many levels of symbolic links or unable to access attributes of symbolic link",
              "file.link_circle"),
          Map.entry("Too many links", "file.links"),
          Map.entry("File name too long", "file.long_name"),
          Map.entry("Too many open files", "file.open_files"),
          Map.entry("Input/output error", "file.disk"),
          Map.entry("Device or resource busy", "file.busy"),
          Map.entry("Text file busy", "file.busy"));

  /** How the older classes of Java write a file and what the operating system says about it. */
  private static final Pattern FILE_AND_WORDS =
      Pattern.compile("(.+) \\(([^()]+)\\)", Pattern.DOTALL);

  private FileFailure() {}

  /** The reason alone. */
  public static LocalizedText reason(IOException e) {
    String key = CLASSES.get(e.getClass());
    if (key != null) {
      return text(key);
    }
    String words = words(e).orElseGet(() -> e.getClass().getSimpleName());
    String known = WORDS.get(words);
    return known == null ? text("file.words", words) : text(known);
  }

  /** The reason, with the file that it is about unless the sentence names it already. */
  public static LocalizedText reason(IOException e, String sentence) {
    return file(e)
        .filter(file -> !sentence.contains(file))
        .map(file -> text("file.reason", reason(e), file))
        .orElseGet(() -> reason(e));
  }

  /** The file that the failure is about, if it says so. */
  public static Optional<String> file(IOException e) {
    return e instanceof FileSystemException failure
        ? Optional.ofNullable(failure.getFile())
        : older(e).map(found -> found.group(1));
  }

  private static Optional<String> words(IOException e) {
    return e instanceof FileSystemException failure
        ? Optional.ofNullable(failure.getReason())
        : older(e).map(found -> found.group(2)).or(() -> Optional.ofNullable(e.getMessage()));
  }

  private static Optional<Matcher> older(IOException e) {
    return Optional.ofNullable(e instanceof FileNotFoundException ? e.getMessage() : null)
        .map(FILE_AND_WORDS::matcher)
        .filter(Matcher::matches);
  }

  private static LocalizedText text(String key, Object... values) {
    return LocalizedText.of("calltally.sql", key, values);
  }
}
